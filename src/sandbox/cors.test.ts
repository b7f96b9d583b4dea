import { expect, test } from 'vitest'
import {
  ISSUER,
  SERVER,
  accessToken,
  callModern,
  get,
  openSandbox,
  postForm,
} from './testing/practice-client.ts'

const METADATA = 'http://localhost:4281/.well-known/oauth-protected-resource/mcp'

test.each([
  SERVER,
  METADATA,
  `${ISSUER}/.well-known/oauth-authorization-server`,
  `${ISSUER}/token`,
  `${ISSUER}/register`,
  `${ISSUER}/revoke`,
  `${ISSUER}/jwks`,
  `${ISSUER}/nowhere`,
])('a preflight at %s is answered without a token, and names each header', async (url) => {
  const response = await openSandbox().fetch(new Request(url, { method: 'OPTIONS' }))
  expect(response.status).toBe(204)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const allowed = response.headers.get('Access-Control-Allow-Headers')?.split(', ')
  expect(allowed).toEqual(
    expect.arrayContaining([
      'Authorization',
      'Content-Type',
      'MCP-Protocol-Version',
      'Mcp-Session-Id',
      'Mcp-Method',
      'Mcp-Name',
      'Last-Event-ID',
      'Mcp-Param-Region',
    ]),
  )
})

test('the MCP endpoint allows DELETE', async () => {
  const response = await openSandbox().fetch(new Request(SERVER, { method: 'OPTIONS' }))
  expect(response.headers.get('Access-Control-Allow-Methods')).toBe('GET, POST, DELETE, OPTIONS')
})

test('answers of every status can be read, with the headers that matter', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const answers = await Promise.all([
    callModern(sandbox, 'tools/list'),
    callModern(sandbox, 'tools/list', { token }),
    callModern(sandbox, 'tools/call', { token, params: { name: 'open_vault' } }),
    callModern(sandbox, 'no/such', { token }),
    get(sandbox, METADATA),
    get(sandbox, `${ISSUER}/nowhere`),
    postForm(sandbox, `${ISSUER}/token`, { body: {} }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([401, 200, 403, 404, 200, 404, 400])
  for (const { headers } of answers) {
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Access-Control-Expose-Headers')).toContain('WWW-Authenticate')
    expect(headers.get('Access-Control-Expose-Headers')).toContain('Mcp-Session-Id')
  }
})

test('the authorization endpoint has no CORS', async () => {
  const url = `${ISSUER}/authorize`
  const answers = await Promise.all([
    get(openSandbox(), url),
    openSandbox().fetch(new Request(url, { method: 'OPTIONS' })),
  ])
  for (const { headers } of answers) expect(headers.get('Access-Control-Allow-Origin')).toBeNull()
})

test('without CORS a preflight is just another method', async () => {
  const response = await openSandbox({ cors: false }).fetch(
    new Request(SERVER, { method: 'OPTIONS' }),
  )
  expect(response.status).toBe(405)
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
})
