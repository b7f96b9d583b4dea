import { expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.ts'
import {
  CALLBACK,
  SERVER,
  authorizationUrl,
  authorize,
  exchange,
  get,
  openSandbox,
  register,
  toObject,
  walk,
} from '../testing/practice-client.ts'

test('the answer carries code, the very state, and iss', async () => {
  const sandbox = openSandbox()
  const callback = await authorize(sandbox, await clientOf(sandbox), { state: 'ä&b=c d%20' })
  expect(callback.get('code')).toMatch(/^code_/)
  expect(callback.get('state')).toBe('ä&b=c d%20')
  expect(callback.get('iss')).toBe('http://localhost:4282')
})

test('without RFC 9207 there is neither iss nor the promise of it', async () => {
  const sandbox = openSandbox({ issuerParameter: false })
  const callback = await authorize(sandbox, await clientOf(sandbox))
  expect([...callback.keys()]).toEqual(['code', 'state'])
})

test('the answer joins a query that the redirect URI already has', async () => {
  const sandbox = openSandbox()
  const uri = 'https://client.example/callback?from=here'
  const id = String((await register(sandbox, { redirect_uris: [uri] }))['client_id'])
  const callback = await authorize(sandbox, id, { redirect_uri: uri })
  expect([...callback.keys()]).toEqual(['from', 'code', 'state', 'iss'])
})

test.each([
  [{ client_id: 'nobody' }, 'nobody'],
  [{ client_id: null }, 'client_id'],
  [{ redirect_uri: 'https://evil.example/' }, 'https://evil.example/'],
  [{ redirect_uri: `${CALLBACK}/` }, `${CALLBACK}/`],
  [{ redirect_uri: `${CALLBACK}?more` }, `${CALLBACK}?more`],
])('%j is answered to the person, and nothing is sent on', async (change, named) => {
  const sandbox = openSandbox()
  const response = await get(sandbox, authorizationUrl(sandbox, await clientOf(sandbox), change))
  expect(response.status).toBe(400)
  expect(response.headers.get('Location')).toBeNull()
  expect(await response.text()).toContain(named)
})

test.each([
  [{ response_type: 'token' }, 'unsupported_response_type'],
  [{ response_mode: 'fragment' }, 'invalid_request'],
  [{ code_challenge: null }, 'invalid_request'],
  [{ code_challenge: '' }, 'invalid_request'],
  [{ response_type: '' }, 'unsupported_response_type'],
  [{ code_challenge_method: null }, 'invalid_request'],
  [{ code_challenge_method: 'plain' }, 'invalid_request'],
  [{ code_challenge: 'short' }, 'invalid_request'],
  [{ scope: 'tools everything' }, 'invalid_scope'],
  [{ resource: 'https://elsewhere.example/' }, 'invalid_target'],
  [{ resource: `${SERVER}#fragment` }, 'invalid_target'],
])('%j comes back as %s with state and iss', async (change, error) => {
  const sandbox = openSandbox()
  const callback = await authorize(sandbox, await clientOf(sandbox), change)
  expect(callback.get('error')).toBe(error)
  expect(callback.get('state')).toBe('a state & more')
  expect(callback.get('iss')).toBe('http://localhost:4282')
  expect(callback.has('code')).toBe(false)
})

test('a parameter that is there twice is refused, but for resource', async () => {
  const sandbox = openSandbox()
  const url = authorizationUrl(sandbox, await clientOf(sandbox))
  const repeated = await get(sandbox, `${url}&state=two`)
  expect(repeated.headers.get('Location')).toContain('error=invalid_request')
  const again = await get(sandbox, `${url}&resource=${encodeURIComponent(SERVER)}`)
  expect(again.headers.get('Location')).toContain('code=')
})

test('a parameter without a value is taken as left out', async () => {
  const sandbox = openSandbox()
  const empty = { scope: '', resource: '', state: '', response_mode: '', redirect_uri: '' }
  const id = await clientOf(sandbox)
  const callback = await authorize(sandbox, id, empty)
  expect([...callback.keys()]).toEqual(['code', 'iss'])
  const code = callback.get('code')
  const tokens = await toObject(
    await exchange(sandbox, id, { code, redirect_uri: '', resource: '' }),
  )
  expect(tokens).toMatchObject({ scope: 'tools', refresh_token: expect.any(String) })
})

test('an issuer grants its default to who asks for no scope', async () => {
  const sandbox = openSandbox({ scopes: { challenge: ['tools'], unasked: ['vault'] } })
  expect((await walk(sandbox, { scope: '' }))['scope']).toBe('vault')
})

test('scheme and host of resource compare without case', async () => {
  const sandbox = openSandbox()
  const change = { resource: 'HTTP://LOCALHOST:4281/mcp' }
  expect((await authorize(sandbox, await clientOf(sandbox), change)).has('code')).toBe(true)
})

test('the port of a loopback redirect URI may vary, its host may not', async () => {
  const sandbox = openSandbox()
  const id = await clientOf(sandbox)
  const moved = await authorize(sandbox, id, { redirect_uri: CALLBACK.replace('4280', '9') })
  expect(moved.has('code')).toBe(true)
  const change = { redirect_uri: CALLBACK.replace('localhost', '127.0.0.1') }
  expect((await get(sandbox, authorizationUrl(sandbox, id, change))).status).toBe(400)
})

async function clientOf(sandbox: Sandbox): Promise<string> {
  return String((await register(sandbox))['client_id'])
}
