import { expect, test } from 'vitest'
import { fetchAsBrowser } from './as-browser.ts'
import type { FaultName } from './faults.ts'
import { withFault } from './faults.ts'
import { createSandbox } from './sandbox.ts'
import { ISSUER, META, SERVER } from './testing/practice-client.ts'

const METADATA = 'http://localhost:4281/.well-known/oauth-protected-resource/mcp'

test('a page reads the 401 of a healthy server, challenge and all', async () => {
  const response = await list()
  expect(response.status).toBe(401)
  expect(response.headers.get('WWW-Authenticate')).toContain('resource_metadata=')
})

test.each([
  'cors-none',
  'cors-none-on-mcp',
  'cors-none-on-401',
  'cors-other-origin',
  'cors-refuses-content-type',
  'cors-refuses-mcp-headers',
  'preflight-401',
  'preflight-403',
  'preflight-404',
  'preflight-405',
  'preflight-redirect',
] as const)('with %s a page reads nothing, and is not told why', async (fault) => {
  await expect(list(fault)).rejects.toThrow(new TypeError('Failed to fetch'))
})

test.each(['cors-refuses-authorization', 'cors-wildcard-headers'] as const)(
  'with %s a page reads the 401, and cannot send a token',
  async (fault) => {
    expect((await list(fault)).status).toBe(401)
    await expect(list(fault, { Authorization: 'Bearer x' })).rejects.toThrow('Failed to fetch')
  },
)

test('with cors-hides-challenge a page reads the 401 without its challenge', async () => {
  const response = await list('cors-hides-challenge')
  expect(response.status).toBe(401)
  expect(response.headers.get('WWW-Authenticate')).toBeNull()
  expect(response.headers.get('Content-Type')).toBe('application/json')
})

test('a plain read needs no preflight, one with a header of its own does', async () => {
  const fault = 'cors-metadata-preflight-404'
  expect((await visit(fault, METADATA)).status).toBe(200)
  const headers = { 'MCP-Protocol-Version': '2025-03-26' }
  await expect(visit(fault, METADATA, { headers })).rejects.toThrow('Failed to fetch')
})

test('a form needs no preflight, a registration does', async () => {
  const form = new URLSearchParams({ grant_type: 'x' })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', headers, body: form }
  expect((await visit('cors-registration-preflight-404', `${ISSUER}/token`, init)).status).toBe(400)
  const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }
  await expect(
    visit('cors-registration-preflight-404', `${ISSUER}/register`, json),
  ).rejects.toThrow('Failed to fetch')
})

test('a method of its own needs leave', async () => {
  await expect(visit('cors-refuses-delete', SERVER, { method: 'DELETE' })).rejects.toThrow('Failed')
  expect((await visit('cors-hides-session', SERVER, { method: 'DELETE' })).status).toBe(401)
})

test('a redirect is seen, and not where it leads', async () => {
  const response = await visit('resource-metadata-redirect-308', METADATA)
  expect(response.type).toBe('opaqueredirect')
  expect(response.headers.get('Location')).toBeNull()
})

test('without CORS a page still learns that somebody answers', async () => {
  const response = await visit('cors-none', SERVER, { mode: 'no-cors' })
  expect(response.type).toBe('opaque')
})

function list(fault?: FaultName, headers: Record<string, string> = {}): Promise<Response> {
  const body = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: { _meta: META } }
  return visit(fault, SERVER, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      'MCP-Protocol-Version': '2026-07-28',
      'Mcp-Method': 'tools/list',
      ...headers,
    },
  })
}

function visit(fault: FaultName | undefined, url: string, init: RequestInit = {}) {
  const addresses = { server: SERVER, issuer: ISSUER }
  const options = fault === undefined ? addresses : withFault(addresses, fault)
  const sandbox = createSandbox(options)
  return fetchAsBrowser(sandbox.fetch, { url, init, pageOrigin: 'https://app.example' })
}
