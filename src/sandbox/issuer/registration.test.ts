import { expect, test } from 'vitest'
import {
  CALLBACK,
  ISSUER,
  get,
  openSandbox,
  postJson,
  register,
} from '../testing/practice-client.ts'

test('a registration gives back all that it kept, and is not to be stored', async () => {
  const sandbox = openSandbox({ now: () => 1_800_000_000_000 })
  const body = {
    client_name: 'A page',
    redirect_uris: [CALLBACK],
    token_endpoint_auth_method: 'none',
  }
  const response = await postJson(sandbox, `${ISSUER}/register`, { body })
  expect(response.status).toBe(201)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(await response.json()).toEqual({
    client_id: expect.stringMatching(/^client_/),
    client_id_issued_at: 1_800_000_000,
    client_name: 'A page',
    redirect_uris: [CALLBACK],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  })
})

test('a client that does not say otherwise gets a secret that never ends', async () => {
  const registered = await register(openSandbox(), { token_endpoint_auth_method: undefined })
  expect(registered).toMatchObject({
    token_endpoint_auth_method: 'client_secret_basic',
    client_secret: expect.any(String),
    client_secret_expires_at: 0,
  })
})

test.each([
  ['not a URL', 'invalid_redirect_uri'],
  ['http://public.example/callback', 'invalid_redirect_uri'],
  ['https://client.example/callback#fragment', 'invalid_redirect_uri'],
  ['javascript:alert(1)', 'invalid_redirect_uri'],
  ['data:text/html,x', 'invalid_redirect_uri'],
])('the redirect URI %s is refused', async (uri, error) => {
  const refused = await register(openSandbox(), { redirect_uris: [uri] })
  expect(refused).toMatchObject({ error, error_description: expect.stringContaining(uri) })
})

test.each([
  'https://client.example/callback',
  'http://localhost:9/callback',
  'http://127.0.0.1:9/callback',
  'http://[::1]:9/callback',
  'com.example.app:/callback',
])('the redirect URI %s is taken', async (uri) => {
  const registered = await register(openSandbox(), { redirect_uris: [uri] })
  expect(registered['redirect_uris']).toEqual([uri])
})

test('a web application cannot live on this machine', async () => {
  const refused = await register(openSandbox(), { application_type: 'web' })
  expect(refused['error']).toBe('invalid_redirect_uri')
})

test.each([
  [{ token_endpoint_auth_method: 'tls_client_auth' }],
  [{ grant_types: 'authorization_code' }],
  [{ token_endpoint_auth_method: { odd: true } }],
])('the metadata %j is refused', async (wish) => {
  expect((await register(openSandbox(), wish))['error']).toBe('invalid_client_metadata')
})

test('what is no JSON object is refused as metadata', async () => {
  const response = await postJson(openSandbox(), `${ISSUER}/register`, { body: [1] })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'invalid_client_metadata' })
})

test('grants that the issuer does not know are left out', async () => {
  const wish = { grant_types: ['authorization_code', 'implicit', 'refresh_token'] }
  const registered = await register(openSandbox(), wish)
  expect(registered['grant_types']).toEqual(['authorization_code', 'refresh_token'])
})

test('registration takes POST, and is not there where it is not offered', async () => {
  expect((await get(openSandbox(), `${ISSUER}/register`)).status).toBe(405)
  const closed = openSandbox({ registration: { dynamic: false } })
  expect((await postJson(closed, `${ISSUER}/register`, { body: {} })).status).toBe(404)
})
