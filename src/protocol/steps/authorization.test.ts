import { calculatePKCECodeChallenge } from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { buildAuthorization, buildIdentity } from '../run/build-log.ts'
import type { AuthorizationFact, Facts, ScopeFact } from '../run/facts.ts'
import { authorization } from './authorization.ts'
import { type World, buildContext } from './build-context.ts'

const SCOPE: ScopeFact = { asked: 'a b', from: 'challenge', candidates: [], offlineAccess: false }

function factsWith(endpoint: string | undefined, change: Partial<Facts> = {}): Partial<Facts> {
  return {
    serverMetadata: {
      looked: [],
      issuer: 'https://issuer.example',
      guessed: false,
      ...(endpoint !== undefined && { authorizationEndpoint: endpoint }),
    },
    clientIdentity: buildIdentity({ issuer: 'https://ISSUER.example/', clientId: 'c 1' }),
    scope: SCOPE,
    ...change,
  }
}

const FACTS = factsWith('https://issuer.example/authorize')

async function prepare(world: World = {}) {
  const built = buildContext({ facts: FACTS, ...world })
  const result = await authorization.run(built.context)
  const isWaiting = result.kind === 'waiting' && result.on === 'authorization'
  const url = isWaiting ? new URL(result.url) : undefined
  const fact: AuthorizationFact | undefined = isWaiting ? result.facts.authorization : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  return { ...built, result, url, fact, error, query: Object.fromEntries(url?.searchParams ?? []) }
}

describe('an authorization request', () => {
  test('names everything that it must, each once', async () => {
    const { url, query, fact, result } = await prepare()
    expect(url?.origin).toBe('https://issuer.example')
    expect(query).toEqual({
      response_type: 'code',
      client_id: 'c 1',
      redirect_uri: 'https://page.example/callback.html',
      code_challenge: fact?.codeChallenge,
      code_challenge_method: 'S256',
      state: fact?.state,
      resource: 'https://mcp.example/mcp',
      scope: 'a b',
    })
    expect([...(url?.searchParams.keys() ?? [])]).toHaveLength(8)
    expect(result).toMatchObject({ says: 'issuer.example asks you to sign in and consent' })
  })

  test('records what its answer must match before the browser leaves', async () => {
    const { fact, exchanges, url } = await prepare()
    expect(exchanges).toMatchObject([
      { id: 'e1', via: 'navigation', to: 'issuer', outcome: { kind: 'pending' } },
    ])
    expect(fact).toMatchObject({
      url: url?.href,
      exchange: 'e1',
      issuer: 'https://ISSUER.example/',
      clientId: 'c 1',
      resource: 'https://mcp.example/mcp',
      scope: 'a b',
    })
  })

  test('has a verifier and a state of its own each time', async () => {
    const [one, other] = [await prepare(), await prepare()]
    expect(one.fact?.verifier).toMatch(/^[\w.~-]{43,128}$/)
    expect(one.fact?.state.length).toBeGreaterThan(21)
    expect(one.fact?.verifier).not.toBe(other.fact?.verifier)
    expect(one.fact?.state).not.toBe(other.fact?.state)
    const challenge = await calculatePKCECodeChallenge(one.fact?.verifier ?? '')
    expect(one.fact?.codeChallenge).toBe(challenge)
  })

  test('names no scope where none is asked for', async () => {
    const { query, fact } = await prepare({ facts: { ...FACTS, scope: { ...SCOPE, asked: null } } })
    expect(query).not.toHaveProperty('scope')
    expect(fact?.scope).toBeNull()
  })

  test('names no resource by 2025-03-26', async () => {
    const { query, fact } = await prepare({ config: { revision: '2025-03-26' } })
    expect(query).not.toHaveProperty('resource')
    expect(fact).not.toHaveProperty('resource')
  })

  test('asks for consent along with offline_access, as OpenID Connect wants it', async () => {
    const scope = { ...SCOPE, offlineAccess: true }
    expect((await prepare({ facts: { ...FACTS, scope } })).query.prompt).toBe('consent')
  })

  test('keeps the query of its endpoint, and does not repeat a parameter of it', async () => {
    const endpoint = 'https://issuer.example/authorize?tenant=t&prompt=login&scope=old'
    const scope = { ...SCOPE, offlineAccess: true }
    const { query, url } = await prepare({ facts: factsWith(endpoint, { scope }) })
    expect(query).toMatchObject({ tenant: 't', prompt: 'login', scope: 'a b' })
    expect(url?.searchParams.getAll('scope')).toHaveLength(1)
  })

  test('carries what the person adds or changes', async () => {
    const authorizationParameters = [
      ['audience', 'x'],
      ['code_challenge_method', 'plain'],
    ] as const
    const { query } = await prepare({ config: { authorizationParameters } })
    expect(query).toMatchObject({ audience: 'x', code_challenge_method: 'plain' })
  })
})

describe('an endpoint', () => {
  test('that is not named ends the step', async () => {
    expect((await prepare({ facts: factsWith(undefined) })).error).toEqual({
      code: 'no-endpoint',
      message: 'The metadata names no authorization_endpoint.',
    })
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<h1>',
    'http://issuer.example/authorize',
    '/authorize',
    'file:///etc/passwd',
  ])('%s is never opened', async (endpoint) => {
    const { error, exchanges } = await prepare({ facts: factsWith(endpoint) })
    expect(error).toEqual({
      code: 'unsafe-url',
      message: `The authorization endpoint is "${endpoint}". Only https, or http on loopback, is opened.`,
    })
    expect(exchanges).toEqual([])
  })

  test.each(['http://localhost:4282/authorize', 'http://127.0.0.1/authorize', 'http://[::1]/a'])(
    '%s is opened, as it is on loopback',
    async (endpoint) => {
      expect((await prepare({ facts: factsWith(endpoint) })).url?.href).toContain(endpoint)
    },
  )
})

describe('a walk', () => {
  const authorizations = (count: number) =>
    Array.from({ length: count }, () => buildAuthorization())

  test('makes three authorization requests and no more', async () => {
    expect((await prepare({ authorizations: authorizations(2) })).result.kind).toBe('waiting')
    expect((await prepare({ authorizations: authorizations(3) })).error).toEqual({
      code: 'too-many-authorizations',
      message:
        'This walk has asked for authorization 3 times, and the server still refuses; a client stops here.',
    })
  })

  test('of a machine makes none', async () => {
    const { result } = await prepare({ config: { grant: 'client_credentials' } })
    expect(result).toEqual({
      kind: 'skipped',
      why: 'the client credentials grant needs no person',
    })
  })
})
