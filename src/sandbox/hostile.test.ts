import {
  anything,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  dictionary,
  json,
  oneof,
  record,
  string,
  uint8Array,
  webPath,
} from 'fast-check'
import { expect, test } from 'vitest'
import type { Sandbox } from './sandbox.ts'
import {
  CALLBACK,
  ISSUER,
  META,
  SERVER,
  accessToken,
  authorizationUrl,
  openSandbox,
  postForm,
  postJson,
  register,
} from './testing/practice-client.ts'

const PLACES = [
  SERVER,
  'http://localhost:4281/.well-known/oauth-protected-resource/mcp',
  `${ISSUER}/.well-known/oauth-authorization-server`,
  ...['authorize', 'token', 'register', 'revoke', 'jwks'].map((name) => `${ISSUER}/${name}`),
]

const HEADER_NAMES = [
  'Accept',
  'Authorization',
  'Content-Length',
  'Content-Type',
  'MCP-Protocol-Version',
  'Mcp-Method',
  'Mcp-Name',
  'Mcp-Session-Id',
  'Origin',
] as const

const headerValue = oneof(
  string({ unit: 'grapheme-ascii' }),
  constantFrom('application/json', 'application/x-www-form-urlencoded', '2026-07-28', '99999999'),
  constantFrom('Bearer a.b.c', 'Bearer token_abc', 'Basic eHg6eQ==', 'Basic %%%', 'Bearer '),
)

const sent = record({
  address: oneof(
    constantFrom(...PLACES),
    webPath().map((path) => ISSUER + path),
    string().map((query) => `${ISSUER}/authorize?${encodeURIComponent(query)}`),
  ),
  method: constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
  headers: dictionary(constantFrom(...HEADER_NAMES), headerValue),
  body: oneof(string(), json(), uint8Array(), constant(null)),
})

test('any request gets an answer, and none breaks the server', async () => {
  const sandbox = openSandbox({ eras: 'both', sessions: true })
  await assert(
    asyncProperty(sent, async ({ address, method, headers, body }) => {
      const isBodiless = method === 'GET' || method === 'HEAD'
      const init = { method, headers, body: isBodiless ? null : body }
      expect(await statusOf(sandbox, new Request(address, init))).toBeLessThan(500)
    }),
    { numRuns: 500 },
  )
})

test('any message of a client with a token gets an answer', async () => {
  const sandbox = openSandbox({ legacyVersions: ['2025-03-26', '2025-11-25'], pageSize: 5 })
  const authorization = `Bearer ${await accessToken(sandbox)}`
  const message = record(
    {
      jsonrpc: constantFrom('2.0', '1.0'),
      id: anything(),
      method: oneof(string(), constantFrom('initialize', 'tools/list', 'tools/call', 'ping')),
      params: oneof(
        anything(),
        record({ _meta: constantFrom(META, 5, {}), name: constantFrom('add', 'echo', 1) }),
        record({ name: constant('look_up_region'), arguments: anything(), cursor: anything() }),
      ),
    },
    { requiredKeys: ['jsonrpc', 'method'] },
  )
  const headers = dictionary(constantFrom('MCP-Protocol-Version', 'Mcp-Method'), headerValue)
  await assert(
    asyncProperty(message, headers, async (body, extra) => {
      const text = toJson(body)
      const all = { ...extra, Authorization: authorization, 'Content-Type': 'application/json' }
      const request = new Request(SERVER, { method: 'POST', headers: all, body: text })
      expect(await statusOf(sandbox, request)).toBeLessThan(500)
    }),
    { numRuns: 500 },
  )
})

test('any registration and any authorization request gets an answer', async () => {
  const sandbox = openSandbox()
  const id = String((await register(sandbox))['client_id'])
  const wish = dictionary(
    constantFrom('redirect_uris', 'grant_types', 'client_name', 'token_endpoint_auth_method'),
    oneof(anything(), constant([CALLBACK])),
  )
  const change = dictionary(
    constantFrom('redirect_uri', 'scope', 'resource', 'state', 'client_id', 'response_type'),
    string(),
  )
  await assert(
    asyncProperty(wish, change, async (metadata, parameters) => {
      const body: unknown = JSON.parse(toJson(metadata))
      const registered = await postJson(sandbox, `${ISSUER}/register`, { body })
      expect(registered.status).toBeLessThan(500)
      const url = authorizationUrl(sandbox, id, parameters)
      expect(await statusOf(sandbox, new Request(url))).toBeLessThan(500)
      const consent = await sandbox.consent(url)
      expect(['ask', 'redirect', 'refused']).toContain(consent.kind)
      const posted = await postForm(sandbox, `${ISSUER}/token`, { body: parameters })
      expect(posted.status).toBeLessThan(500)
    }),
    { numRuns: 200 },
  )
})

test('a body of two megabytes is not read', async () => {
  const body = 'x'.repeat(2_000_000)
  const headers = { 'Content-Type': 'application/json' }
  const request = new Request(`${ISSUER}/register`, { method: 'POST', headers, body })
  expect((await openSandbox().fetch(request)).status).toBe(400)
})

async function statusOf(sandbox: Sandbox, request: Request): Promise<number> {
  const response = await sandbox.fetch(request)
  expect(response).toBeInstanceOf(Response)
  await response.text()
  return response.status
}

/** JSON of anything that fast-check makes; what JSON cannot hold becomes null. */
function toJson(value: unknown): string {
  const held = (_: string, member: unknown) =>
    typeof member === 'bigint' || typeof member === 'symbol' ? null : member
  return JSON.stringify(value, held)
}
