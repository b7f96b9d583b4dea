import { describe, expect, test } from 'vitest'
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

const TOKEN = { Authorization: 'Bearer x' }

test('with cors-refuses-authorization a page reads the 401, and cannot send a token', async () => {
  expect((await list('cors-refuses-authorization')).status).toBe(401)
  await expect(list('cors-refuses-authorization', TOKEN)).rejects.toThrow('Failed to fetch')
})

test('a browser counts Authorization in with the allowed headers *, as all do', async () => {
  expect((await list('cors-wildcard-headers', TOKEN)).status).toBe(401)
})

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

describe('a redirect', () => {
  test('is seen, and not where it leads', async () => {
    const response = await visit('resource-metadata-redirect-308', METADATA, { redirect: 'manual' })
    expect(response.type).toBe('opaqueredirect')
    expect(response.headers.get('Location')).toBeNull()
  })

  test('that is followed gives the document, and the address that it came from', async () => {
    const response = await visit('resource-metadata-redirect-308', METADATA)
    expect(response).toMatchObject({ type: 'cors', redirected: true, url: `${METADATA}/` })
    expect(await response.json()).toMatchObject({ resource: SERVER })
  })

  test('is not followed where its own answer may not be read', async () => {
    const hidden = follow({ '/a': { status: 302, Location: '/b' }, '/b': OPEN })
    await expect(hidden.fetch('/a')).rejects.toThrow('Failed to fetch')
  })

  test('is not followed to an answer that may not be read', async () => {
    const hidden = follow({ '/a': { ...OPEN, status: 302, Location: '/b' }, '/b': {} })
    await expect(hidden.fetch('/a')).rejects.toThrow('Failed to fetch')
  })

  test('to another host carries neither the token nor an origin, and needs a preflight no more', async () => {
    const away = { ...OPEN, status: 307, Location: 'https://other.example/b' }
    const hops = follow({ '/a': away, '/b': OPEN })
    await hops.fetch('/a', { headers: TOKEN })
    expect(hops.seen).toEqual([
      'OPTIONS /a https://app.example no token',
      'GET /a https://app.example token',
      'GET /b null no token',
    ])
  })

  test('of 302 turns a POST into a GET, and one of 307 does not', async () => {
    for (const [status, method] of [
      [302, 'GET'],
      [307, 'POST'],
    ] as const) {
      const hops = follow({ '/a': { ...OPEN, status, Location: '/b' }, '/b': OPEN })
      await hops.fetch('/a', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
      expect(hops.seen.at(-1)).toBe(`${method} /b https://app.example no token`)
    }
  })

  test('that goes in a circle is given up', async () => {
    const circle = follow({ '/a': { ...OPEN, status: 302, Location: '/a' } })
    await expect(circle.fetch('/a')).rejects.toThrow('Failed to fetch')
    expect(circle.seen).toHaveLength(21)
  })
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

type Planned = { readonly status?: number; readonly [header: string]: string | number | undefined }

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'authorization',
}

/** A host that answers each path as planned, and keeps what it was asked. */
function follow(plan: { readonly [path: string]: Planned }) {
  const seen: string[] = []
  const serve = (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const { status = 200, ...headers } = plan[path] ?? {}
    const token = request.headers.has('Authorization') ? 'token' : 'no token'
    seen.push(`${request.method} ${path} ${request.headers.get('Origin')} ${token}`)
    const list = Object.entries(headers).map(([name, value]): [string, string] => [
      name,
      `${value}`,
    ])
    const isPreflight = request.method === 'OPTIONS'
    return Promise.resolve(
      new Response(null, { status: isPreflight ? 204 : status, headers: list }),
    )
  }
  return {
    seen,
    fetch: (path: string, init: RequestInit = {}) =>
      fetchAsBrowser(serve, {
        url: `https://host.example${path}`,
        init,
        pageOrigin: 'https://app.example',
      }),
  }
}
