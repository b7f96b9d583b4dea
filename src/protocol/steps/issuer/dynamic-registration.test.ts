import { describe, expect, test } from 'vitest'
import { buildIdentity } from '../../run/build-log.ts'
import type { ScopeFact, ServerMetadataFact } from '../../run/facts.ts'
import { type World, buildContext } from '../build-context.ts'
import { mayRegister, register } from './dynamic-registration.ts'

const ISSUER = 'https://issuer.example'
const ENDPOINT = `${ISSUER}/register`
const METADATA: ServerMetadataFact = {
  looked: [],
  issuer: ISSUER,
  guessed: false,
  registrationEndpoint: ENDPOINT,
}

function registered(members: object = {}, status = 201): () => Response {
  const headers = { 'Cache-Control': 'no-store' }
  const known = { client_id: 'new', token_endpoint_auth_method: 'none', ...members }
  return () => Response.json(known, { status, headers })
}

async function registerWith(world: World) {
  const built = buildContext({ answer: registered(), ...world })
  const result = await register(built.context, METADATA)
  const identity = result.kind === 'done' ? result.facts.clientIdentity : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  const posted = built.exchanges.find(({ purpose }) => purpose === 'Dynamic client registration')
  const sent = JSON.parse(posted?.request.body?.text ?? 'null')
  return { ...built, result, identity, error, sent }
}

describe('what is registered', () => {
  test('is a public client that refreshes, served from afar as a web application', async () => {
    const { sent, identity, result } = await registerWith({})
    expect(sent).toEqual({
      client_name: 'MCP Flow Debugger',
      client_uri: 'https://page.example/',
      redirect_uris: ['https://page.example/callback.html'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'web',
    })
    expect(identity).toEqual({
      issuer: ISSUER,
      kind: 'dynamic',
      clientId: 'new',
      authentication: 'none',
      redirectUri: 'https://page.example/callback.html',
      exchange: 'e2',
    })
    expect(result).toMatchObject({ says: 'registered dynamically' })
  })

  test.each(['http://localhost:4280', 'http://127.0.0.1:4280', 'http://[::1]:4280'])(
    'is a native application without an address where the page is at %s',
    async (origin) => {
      const { sent } = await registerWith({
        config: { redirectUri: `${origin}/callback.html`, clientUri: `${origin}/` },
      })
      expect(sent.application_type).toBe('native')
      expect(sent).not.toHaveProperty('client_uri')
    },
  )

  test('names the scopes that will be asked for', async () => {
    const scope: ScopeFact = {
      asked: 'a b',
      from: 'challenge',
      candidates: [],
      offlineAccess: false,
    }
    expect((await registerWith({ facts: { scope } })).sent.scope).toBe('a b')
  })
})

describe('what comes back', () => {
  test.each([
    [
      { client_secret: 's', token_endpoint_auth_method: 'client_secret_post' },
      'client_secret_post',
    ],
    [{ client_secret: 's', token_endpoint_auth_method: undefined }, 'client_secret_basic'],
    [{ token_endpoint_auth_method: undefined }, 'none'],
    [{ token_endpoint_auth_method: 'tls_client_auth' }, 'none'],
    [{ token_endpoint_auth_method: 'private_key_jwt' }, 'none'],
  ])('decides how the client authenticates: %j', async (members, authentication) => {
    const { identity } = await registerWith({ answer: registered(members) })
    expect(identity?.authentication).toBe(authentication)
  })

  test('may be 200; what a strict client says to that is noted', async () => {
    const { identity, decisions } = await registerWith({ answer: registered({}, 200) })
    expect(identity?.clientId).toBe('new')
    expect(decisions[0]?.says).toContain('a strict client, would stop here')
  })

  test.each([
    [
      () => Response.json({ error: 'invalid_redirect_uri' }, { status: 400 }),
      '400 and error invalid_redirect_uri',
    ],
    [() => new Response('<h1>', { status: 404 }), '404'],
    [registered({ client_id: undefined }), '201'],
    [registered({}, 302), '302'],
  ])('may be no client id: %#', async (answer, seen) => {
    const { error } = await registerWith({ answer })
    expect(error).toMatchObject({
      code: 'registration-refused',
      message: `Registration was answered with ${seen}, without a client id.`,
      exchange: 'e2',
    })
  })

  test('may be nothing', async () => {
    const answer = ({ method }: Request): Response | Promise<Response> =>
      method === 'GET' ? new Response(null, { status: 405 }) : Promise.reject(new TypeError('no'))
    expect((await registerWith({ answer })).error?.code).toBe('unreachable')
  })
})

describe('a client', () => {
  test('is registered once at an authorization server', async () => {
    const identity = buildIdentity({ issuer: ISSUER, clientId: 'old' })
    const { identity: known, exchanges } = await registerWith({ identities: [identity] })
    expect(known?.clientId).toBe('old')
    expect(exchanges).toEqual([])
  })

  test('is registered anew at another, which never hears of the first', async () => {
    const identity = buildIdentity({ issuer: 'https://old.example', clientId: 'old' })
    const { identity: known, exchanges } = await registerWith({ identities: [identity] })
    expect(known).toMatchObject({ issuer: ISSUER, clientId: 'new' })
    expect(JSON.stringify(exchanges)).not.toContain('old')
  })
})

describe('a page that may not read the answer', () => {
  const answer = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))

  test('does not register, as the client would be lost', async () => {
    const { error, sent } = await registerWith({ answer })
    expect(error).toMatchObject({ code: 'unsafe-to-send' })
    expect(error?.message).toContain(ENDPOINT)
    expect(sent).toBeNull()
  })

  test('registers when the person goes past CORS-09', async () => {
    const { error, sent } = await registerWith({ answer, continued: ['CORS-09'] })
    expect(sent).not.toBeNull()
    expect(error?.code).toBe('unreachable')
  })
})

test.each([
  ['http://issuer.example/register', 'authorization_code', true],
  ['/register', 'authorization_code', false],
  [undefined, 'authorization_code', false],
  [ENDPOINT, 'client_credentials', false],
] as const)('the endpoint %s and the grant %s allow it: %s', (endpoint, grant, may) => {
  const { registrationEndpoint: _, ...rest } = METADATA
  const metadata = endpoint === undefined ? rest : { ...rest, registrationEndpoint: endpoint }
  expect(mayRegister(buildContext({ config: { grant } }).context, metadata)).toBe(may)
})
