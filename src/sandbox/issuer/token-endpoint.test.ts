import { SignJWT, exportJWK, generateKeyPair, jwtVerify, createLocalJWKSet } from 'jose'
import { expect, test } from 'vitest'
import type { Sandbox, SandboxOptions } from '../sandbox.ts'
import {
  CALLBACK,
  ISSUER,
  SERVER,
  authorize,
  callModern,
  exchange,
  get,
  openSandbox,
  postForm,
  register,
  toObject,
  walk,
} from '../testing/practice-client.ts'

const NOW = 1_800_000_000_000

test('a token is a signed JWT for the server, by the published key', async () => {
  const sandbox = openSandbox({ now: () => NOW })
  const granted = await walk(sandbox)
  expect(granted).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'tools' })
  const keys = await (await get(sandbox, `${ISSUER}/jwks`)).json()
  const verified = await jwtVerify(String(granted['access_token']), createLocalJWKSet(keys), {
    issuer: ISSUER,
    audience: SERVER,
    currentDate: new Date(NOW),
  })
  expect(verified.protectedHeader).toMatchObject({ typ: 'at+jwt', alg: 'ES256' })
  expect(verified.payload).toMatchObject({
    client_id: granted.clientId,
    scope: 'tools',
    exp: NOW / 1000 + 3600,
  })
})

test('an opaque token serves as well, and says nothing', async () => {
  const sandbox = openSandbox({ tokens: 'opaque' })
  const token = String((await walk(sandbox))['access_token'])
  expect(token).toMatch(/^token_[\w-]+$/)
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
})

test('the answer is not to be stored', async () => {
  const { sandbox, clientId, code } = await withCode()
  const response = await exchange(sandbox, clientId, { code })
  expect(response.headers.get('Cache-Control')).toBe('no-store')
})

test.each([
  [{ code: 'made up' }, 'invalid_grant'],
  [{ code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
  [{ code_verifier: null }, 'invalid_grant'],
  [{ redirect_uri: 'https://evil.example/' }, 'invalid_grant'],
  [{ resource: 'https://elsewhere.example/' }, 'invalid_target'],
  [{ grant_type: null }, 'invalid_request'],
  [{ grant_type: 'password' }, 'unsupported_grant_type'],
  [{ client_id: 'nobody' }, 'invalid_client'],
  [{ client_id: null }, 'invalid_client'],
  [{ client_secret: 'none was issued' }, 'invalid_client'],
])('%j is refused with 400 %s', async (change, error) => {
  const { sandbox, clientId, code } = await withCode()
  const response = await exchange(sandbox, clientId, { code, ...change })
  expect(response.status).toBe(400)
  expect(await toObject(response)).toMatchObject({ error, error_description: expect.any(String) })
})

test('unknown parameters are ignored', async () => {
  const { sandbox, clientId, code } = await withCode()
  expect((await exchange(sandbox, clientId, { code, audience: 'x' })).status).toBe(200)
})

test('a code that serves twice takes its tokens along', async () => {
  const { sandbox, clientId, code } = await withCode()
  const token = String(
    (await toObject(await exchange(sandbox, clientId, { code })))['access_token'],
  )
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
  expect((await exchange(sandbox, clientId, { code })).status).toBe(400)
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(401)
})

test('a refused exchange does not burn the code', async () => {
  const { sandbox, clientId, code } = await withCode()
  await exchange(sandbox, clientId, { code, code_verifier: 'x'.repeat(43) })
  expect((await exchange(sandbox, clientId, { code })).status).toBe(200)
})

test('a code lives a minute, a token as long as it says', async () => {
  let now = NOW
  const { sandbox, clientId, code } = await withCode({ now: () => now, lifetime: 600 })
  now += 61_000
  expect((await exchange(sandbox, clientId, { code })).status).toBe(400)
  const token = String((await walk(sandbox))['access_token'])
  now += 599_000
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
  now += 1_000
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(401)
})

test("one client cannot bring another's code", async () => {
  const { sandbox, code } = await withCode()
  const other = String((await register(sandbox))['client_id'])
  expect(await toObject(await exchange(sandbox, other, { code }))).toMatchObject({
    error: 'invalid_grant',
  })
})

test.each(['client_secret_basic', 'client_secret_post'] as const)(
  '%s must be shown in the way that was registered',
  async (method) => {
    const sandbox = openSandbox()
    const client = await register(sandbox, { token_endpoint_auth_method: method })
    const [id, secret] = [String(client['client_id']), String(client['client_secret'])]
    const code = (await authorize(sandbox, id)).get('code')
    const posted = { code, client_secret: secret }
    const basic = { Authorization: `Basic ${btoa(`${encodeURIComponent(id)}:${secret}`)}` }
    const form = { grant_type: 'authorization_code', code: code ?? '', code_verifier: VERIFIER }
    const right = () => postForm(sandbox, `${ISSUER}/token`, { body: form, headers: basic })
    const isPost = method === 'client_secret_post'
    const wrong = isPost ? await right() : await exchange(sandbox, id, posted)
    expect([wrong.status, (await toObject(wrong))['error']]).toEqual([
      isPost ? 401 : 400,
      'invalid_client',
    ])
    const taken = isPost ? await exchange(sandbox, id, posted) : await right()
    expect(taken.status).toBe(200)
  },
)

test('a wrong secret in the header is 401 with a challenge of the same scheme', async () => {
  const sandbox = openSandbox()
  const client = await register(sandbox, { token_endpoint_auth_method: 'client_secret_basic' })
  const headers = { Authorization: `Basic ${btoa(`${String(client['client_id'])}:wrong`)}` }
  const body = { grant_type: 'authorization_code' }
  const response = await postForm(sandbox, `${ISSUER}/token`, { body, headers })
  expect(response.status).toBe(401)
  expect(response.headers.get('WWW-Authenticate')).toBe('Basic realm="practice issuer"')
})

test('two ways of authentication at once are refused', async () => {
  const { sandbox, clientId, code } = await withCode()
  const headers = { Authorization: `Basic ${btoa(`${clientId}:x`)}` }
  const body = { grant_type: 'authorization_code', code: code ?? '', client_id: clientId }
  const response = await postForm(sandbox, `${ISSUER}/token`, {
    body: { ...body, client_secret: 'x' },
    headers,
  })
  expect(await toObject(response)).toMatchObject({ error: 'invalid_request' })
})

test('a machine with a secret gets a token and no refresh token', async () => {
  const known = [
    { clientId: 'm', clientSecret: 's&+ ä', method: 'client_secret_basic', redirectUris: [] },
  ] as const
  const sandbox = openSandbox({ grants: ['client_credentials'], registration: { known } })
  const secret = new URLSearchParams({ s: 's&+ ä' }).toString().slice(2)
  const headers = { Authorization: `Basic ${btoa(`m:${secret}`)}` }
  const body = { grant_type: 'client_credentials', resource: SERVER, scope: 'tools' }
  const answer = await toObject(await postForm(sandbox, `${ISSUER}/token`, { body, headers }))
  expect(Object.keys(answer)).toEqual(['access_token', 'token_type', 'expires_in', 'scope'])
  const token = String(answer['access_token'])
  expect((await callModern(sandbox, 'tools/list', { token })).status).toBe(200)
})

test('a machine with a key signs an assertion, which serves once', async () => {
  const { sandbox, assert } = await machineWithKey()
  const assertion = await assert({})
  const first = await byAssertion(sandbox, assertion)
  expect(first.status).toBe(200)
  expect(await toObject(await byAssertion(sandbox, assertion))).toMatchObject({
    error: 'invalid_client',
  })
})

test.each([
  ['another audience', { aud: 'https://elsewhere.example' }],
  ['another issuer', { iss: 'other' }],
  ['a past end', { exp: NOW / 1000 - 120 }],
  ['no end', { exp: undefined }],
])('an assertion with %s is refused', async (_, claims) => {
  const { sandbox, assert } = await machineWithKey()
  const response = await byAssertion(sandbox, await assert(claims))
  expect(await toObject(response)).toMatchObject({ error: 'invalid_client' })
})

test('a client without a secret cannot have a token of its own', async () => {
  const sandbox = openSandbox({ grants: ['authorization_code', 'client_credentials'] })
  const wish = { grant_types: ['client_credentials'] }
  const id = String((await register(sandbox, wish))['client_id'])
  const body = { grant_type: 'client_credentials', client_id: id }
  const response = await postForm(sandbox, `${ISSUER}/token`, { body })
  expect(await toObject(response)).toMatchObject({ error: 'unauthorized_client' })
})

test('only forms by POST are read', async () => {
  const sandbox = openSandbox()
  expect((await get(sandbox, `${ISSUER}/token`)).status).toBe(405)
  const request = new Request(`${ISSUER}/token`, { method: 'POST', body: '{}' })
  expect(await toObject(await sandbox.fetch(request))).toMatchObject({ error: 'invalid_request' })
})

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

async function withCode(options: Partial<SandboxOptions> = {}) {
  const sandbox = openSandbox(options)
  const clientId = String((await register(sandbox, { redirect_uris: [CALLBACK] }))['client_id'])
  return { sandbox, clientId, code: (await authorize(sandbox, clientId)).get('code') }
}

async function machineWithKey() {
  const pair = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.publicKey)), alg: 'ES256' }
  const known = [{ clientId: 'm', jwk, method: 'private_key_jwt', redirectUris: [] }] as const
  const options = {
    grants: ['client_credentials'],
    registration: { known },
    now: () => NOW,
  } as const
  const assert = (claims: Record<string, unknown>) => {
    const all = { iss: 'm', sub: 'm', aud: ISSUER, exp: NOW / 1000 + 60, jti: 'once', ...claims }
    return new SignJWT(all).setProtectedHeader({ alg: 'ES256' }).sign(pair.privateKey)
  }
  return { sandbox: openSandbox(options), assert }
}

function byAssertion(sandbox: Sandbox, assertion: string) {
  const body = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  }
  return postForm(sandbox, `${ISSUER}/token`, { body })
}
