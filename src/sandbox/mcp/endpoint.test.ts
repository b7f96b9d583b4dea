import { expect, test } from 'vitest'
import {
  ISSUER,
  SERVER,
  accessToken,
  callLegacy,
  callModern,
  errorCode,
  get,
  initialize,
  openSandbox,
  postJson,
  toObject,
} from '../testing/practice-client.ts'

test('a token that is wrong in any way gets 401 with invalid_token', async () => {
  const sandbox = openSandbox()
  const elsewhere = openSandbox({ server: 'http://localhost:4281/elsewhere' })
  const foreign = await accessToken(elsewhere)
  const good = await accessToken(sandbox)
  const altered = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`
  for (const token of ['garbage', foreign, altered, 'a.b.c']) {
    const response = await callModern(sandbox, 'tools/list', { token })
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
  }
})

test.each(['Basic abc', 'Bearer', 'Bearer a b', 'garbage'])(
  'the header "%s" is no token',
  async (header) => {
    const headers = { Authorization: header }
    const response = await callModern(openSandbox(), 'tools/list', { headers })
    expect(response.status).toBe(401)
  },
)

test('the scheme of the header compares without case', async () => {
  const sandbox = openSandbox()
  const headers = { Authorization: `bearer ${await accessToken(sandbox)}` }
  expect((await callModern(sandbox, 'tools/list', { headers })).status).toBe(200)
})

test('a token in the address is not looked at', async () => {
  const sandbox = openSandbox()
  const url = `${SERVER}?access_token=${await accessToken(sandbox)}`
  expect((await postJson(sandbox, url, { body: {} })).status).toBe(401)
})

test('a bad token is refused where none is needed, too', async () => {
  const sandbox = openSandbox({ openMethods: 'all' })
  expect((await callModern(sandbox, 'tools/list', { token: 'garbage' })).status).toBe(401)
})

test('a token without the scope of a method gets 403 that names what is needed', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const params = { name: 'open_vault' }
  const refused = await callModern(sandbox, 'tools/call', { token, params })
  expect(refused.status).toBe(403)
  const challenge = refused.headers.get('WWW-Authenticate')
  expect(challenge).toContain('error="insufficient_scope"')
  expect(challenge).toContain('scope="tools vault"')
  expect(challenge).toContain('resource_metadata="http://localhost:4281/.well-known/')
  const wider = await accessToken(sandbox, { scope: 'tools vault' })
  expect((await callModern(sandbox, 'tools/call', { token: wider, params })).status).toBe(200)
})

test('a server may name only the scope that is missing', async () => {
  const sandbox = openSandbox({ stepUpNames: 'missing' })
  const sending = { token: await accessToken(sandbox), params: { name: 'open_vault' } }
  const refused = await callModern(sandbox, 'tools/call', sending)
  expect(refused.headers.get('WWW-Authenticate')).toContain('scope="vault"')
})

test('pages of https and of this machine are welcome, and nobody who came by DNS rebinding', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const statusFrom = async (origin: string) =>
    (await callModern(sandbox, 'tools/list', { token, headers: { Origin: origin } })).status
  expect(await statusFrom('https://app.example')).toBe(200)
  expect(await statusFrom('http://127.0.0.1:4280')).toBe(200)
  expect(await statusFrom('http://rebinding.example:4281')).toBe(403)
  expect(await statusFrom('null')).toBe(403)
})

test('pages of other origins are refused with 403 and no challenge', async () => {
  const sandbox = openSandbox({ origins: ['https://app.example'] })
  const token = await accessToken(sandbox)
  const from = (origin: string) =>
    callModern(sandbox, 'tools/list', { token, headers: { Origin: origin } })
  expect((await from('https://app.example')).status).toBe(200)
  const refused = await from('https://other.example')
  expect(refused.status).toBe(403)
  expect(refused.headers.get('WWW-Authenticate')).toBeNull()
})

test.each([
  ['no JSON', '{', 400, -32700],
  ['a string', '"text"', 400, -32600],
  ['no version', '{"id":1,"method":"ping"}', 400, -32600],
  ['a list of params', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}', 400, -32600],
  ['a null id', '{"jsonrpc":"2.0","id":null,"method":"ping"}', 400, -32600],
  ['an empty batch', '[]', 400, -32600],
])('a body with %s is refused', async (_, body, status, code) => {
  const sandbox = openSandbox()
  const headers = { ...(await signedIn(sandbox)), 'Content-Type': 'application/json' }
  const response = await sandbox.fetch(new Request(SERVER, { method: 'POST', body, headers }))
  expect(response.status).toBe(status)
  expect(errorCode(await toObject(response))).toBe(code)
})

test('only JSON is taken, and only from clients that take both answers', async () => {
  const sandbox = openSandbox()
  const token = await accessToken(sandbox)
  const typed = await callLegacy(sandbox, 'ping', {
    token,
    headers: { 'Content-Type': 'text/plain' },
  })
  expect(typed.status).toBe(415)
  const picky = await callLegacy(sandbox, 'ping', {
    token,
    headers: { Accept: 'application/json' },
  })
  expect(picky.status).toBe(406)
})

test('methods other than POST get 405 that says so', async () => {
  const sandbox = openSandbox()
  for (const method of ['GET', 'DELETE', 'PUT']) {
    const headers = await signedIn(sandbox)
    const response = await sandbox.fetch(new Request(SERVER, { method, headers }))
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST'])
  }
  expect((await get(sandbox, SERVER)).status).toBe(401)
})

test('batches are answered in 2025-03-26 and refused after it', async () => {
  const sandbox = openSandbox()
  const ping = { jsonrpc: '2.0', id: 1, method: 'ping' }
  const note = { jsonrpc: '2.0', method: 'notifications/initialized' }
  const headers = await signedIn(sandbox)
  const batch = await postJson(sandbox, SERVER, { body: [ping, note, { ...ping, id: 2 }], headers })
  expect(await batch.json()).toEqual([
    { jsonrpc: '2.0', id: 1, result: {} },
    { jsonrpc: '2.0', id: 2, result: {} },
  ])
  expect((await postJson(sandbox, SERVER, { body: [note], headers })).status).toBe(202)
  const newer = { ...headers, 'MCP-Protocol-Version': '2025-06-18' }
  expect((await postJson(sandbox, SERVER, { body: [ping], headers: newer })).status).toBe(400)
})

test('a stateless server names its version to those who shake hands', async () => {
  const sandbox = openSandbox({ eras: 'modern' })
  const token = await accessToken(sandbox)
  const response = await initialize(sandbox, '2025-11-25', { token })
  expect(response.status).toBe(400)
  expect(await toObject(response)).toMatchObject({
    id: 1,
    error: { code: -32022, data: { supported: ['2026-07-28'], requested: '2025-11-25' } },
  })
  const note = await callLegacy(sandbox, 'notifications/initialized', { token })
  expect([note.status, errorCode(await toObject(note))]).toEqual([400, -32020])
})

test('a legacy server refuses the stateless revision without a modern code', async () => {
  const sandbox = openSandbox({ eras: 'legacy' })
  const response = await callModern(sandbox, 'server/discover', {
    token: await accessToken(sandbox),
  })
  expect([response.status, errorCode(await toObject(response))]).toEqual([400, -32000])
})

test('a client that has gone is not waited for', async () => {
  const sandbox = openSandbox({ delay: 60_000 })
  const caller = new AbortController()
  const answer = sandbox.fetch(new Request(`${ISSUER}/jwks`, { signal: caller.signal }))
  caller.abort()
  await expect(answer).rejects.toThrow('cancelled')
})

async function signedIn(sandbox: ReturnType<typeof openSandbox>) {
  return { Authorization: `Bearer ${await accessToken(sandbox)}` }
}
