import { describe, expect, test } from 'vitest'
import { DOCUMENT, ISSUER, REDIRECT, SERVER } from './places.ts'
import {
  type Watched,
  authorizationQueries,
  mcpRequests,
  postedTo,
  tokenForms,
  watch,
} from './watch.ts'

/** The address that comes back, with some of its parameters changed; null takes one away. */
function comingBackWith(changes: Readonly<Record<string, string | null>>) {
  return (url: string): Promise<string> => {
    const { searchParams: query } = new URL(url)
    const back = new URL(query.get('redirect_uri') ?? '')
    const given = { code: 'a-code', state: query.get('state'), iss: ISSUER, ...changes }
    for (const [name, value] of Object.entries(given)) {
      if (value !== null) back.searchParams.set(name, value)
    }
    return Promise.resolve(back.href)
  }
}

/** What a walk makes of an answer that it must not act on. */
async function afterComingBack(changes: Readonly<Record<string, string | null>>) {
  const watched = await watch({ consent: comingBackWith(changes) })
  const { cause, summary, fix } = watched.document.outcome
  return { cause, words: `${summary} ${fix ?? ''}`, exchanged: postedTo(watched, '/token').length }
}

/** Two authorization requests of one walk. */
const twice = () =>
  watch({ config: { call: { tool: 'open_vault', arguments: '{}' } } }).then((watched) => ({
    watched,
    queries: authorizationQueries(watched),
  }))

/** The one redirect URI in each of the three requests that carry it, as it was sent. */
function redirectUrisIn(watched: Watched) {
  const registered: unknown = JSON.parse(
    postedTo(watched, '/register')[0]?.body ?? '',
  ).redirect_uris
  return {
    registered: Array.isArray(registered) && registered.length === 1 ? registered[0] : registered,
    asked: authorizationQueries(watched)[0]?.get('redirect_uri'),
    exchanged: tokenForms(watched)[0]?.get('redirect_uri'),
  }
}

describe('what a client owes in its authorization request', () => {
  test('AUZ-01: it asks for a code, with a code challenge', async () => {
    const [query] = authorizationQueries(await watch())
    expect(query?.get('response_type')).toBe('code')
    expect(query?.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  })

  test('PKCE-01: each request has a verifier of its own, of 43 to 128 unreserved characters', async () => {
    const { watched, queries } = await twice()
    expect(queries).toHaveLength(2)
    const verifiers = tokenForms(watched).map((form) => form.get('code_verifier') ?? '')
    expect(new Set(verifiers).size).toBe(2)
    for (const verifier of verifiers) expect(verifier).toMatch(/^[\w.~-]{43,128}$/)
  })

  test('PKCE-02: an issuer that does not say which methods it knows is not asked', async () => {
    const watched = await watch({ sandbox: { faults: ['asm-without-pkce-methods'] } })
    expect(watched.document.outcome).toMatchObject({ status: 'failed', cause: 'ASM-09' })
    expect(watched.run.authorizations).toEqual([])
  })

  test('PKCE-03: the method is S256, also where plain is offered', async () => {
    const watched = await watch({ sandbox: { faults: ['asm-plain-too'] } })
    const [query] = authorizationQueries(watched)
    expect(query?.get('code_challenge_method')).toBe('S256')
    const verifier = tokenForms(watched)[0]?.get('code_verifier') ?? ''
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    const expected = btoa(String.fromCharCode(...new Uint8Array(hash)))
    expect(query?.get('code_challenge')).toBe(
      expected.replaceAll('+', '-').replaceAll('/', '_').replace('=', ''),
    )
  })

  test('RES-01: it names the resource', async () => {
    const [query] = authorizationQueries(await watch())
    expect(query?.getAll('resource')).toEqual([SERVER])
  })

  test('RES-03: the resource is the string of the metadata, else the URL without fragment', async () => {
    const spelled = 'http://localhost:4281/mcp?tenant=a'
    const named = await watch({ sandbox: { server: spelled }, config: { server: spelled } })
    expect(authorizationQueries(named)[0]?.get('resource')).toBe(spelled)
    const unnamed = await watch({
      config: { server: `${SERVER}#part`, revision: '2025-03-26', resource: SERVER },
      sandbox: { issuer: new URL(SERVER).origin },
    })
    expect(authorizationQueries(unnamed)[0]?.get('resource')).toBe(SERVER)
  })

  test('RES-04: it is sent to an issuer that shows no sign of knowing it', async () => {
    const watched = await watch({
      sandbox: { habits: [{ issuerMetadata: ({ protected_resources: _, ...rest }) => rest }] },
    })
    expect(authorizationQueries(watched)[0]?.get('resource')).toBe(SERVER)
    expect(tokenForms(watched)[0]?.get('resource')).toBe(SERVER)
  })

  test.each([
    REDIRECT,
    'http://127.0.0.1:4280/callback.html',
    'http://[::1]:4280/callback.html',
    'https://debugger.example:443/a%2fb/callback.html?from=%7Ehere',
  ])(
    'URI-01, URI-02, URI-04: it is https or on loopback, has no fragment, and is the same to the letter in all three requests: %s',
    async (redirectUri) => {
      const sent = redirectUrisIn(await watch({ config: { redirectUri } }))
      expect(sent).toEqual({ registered: redirectUri, asked: redirectUri, exchanged: redirectUri })
      for (const uri of Object.values(sent)) {
        expect(uri).toMatch(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])[^#]+$/)
      }
    },
  )
})

describe('what a client owes when it comes back', () => {
  test('AUR-01: an answer without our state, or with another, is dropped', async () => {
    for (const state of [null, '', 'another']) {
      expect(await afterComingBack({ state })).toMatchObject({ cause: 'AUR-02', exchanged: 0 })
    }
    const { queries } = await twice()
    expect(new Set(queries.map((query) => query.get('state'))).size).toBe(2)
  })

  test('ISS-01: the issuer is on record before the person leaves', async () => {
    const { run } = await watch({ consent: comingBackWith({ state: 'another' }) })
    const [request] = run.authorizations
    expect(request).toMatchObject({ issuer: ISSUER, state: expect.any(String) })
    expect(request?.verifier).toMatch(/^[\w-]{43}$/)
  })

  test('ISS-04: a promised iss that does not come is a reason to stop', async () => {
    expect(await afterComingBack({ iss: null })).toMatchObject({ cause: 'ISS-04', exchanged: 0 })
  })

  test('ISS-05: an iss that was not promised is compared all the same', async () => {
    const watched = await watch({
      sandbox: { issuerParameter: false },
      consent: comingBackWith({ iss: 'https://elsewhere.example' }),
    })
    expect(watched.document.outcome.cause).toBe('ISS-05')
    expect(postedTo(watched, '/token')).toEqual([])
  })

  test.each([`${ISSUER}/`, ISSUER.toUpperCase(), 'http://localhost:4282:80'])(
    'ISS-06: %s is not the issuer, as it is not the same string',
    async (iss) => {
      expect(await afterComingBack({ iss })).toMatchObject({ cause: 'ISS-05', exchanged: 0 })
    },
  )

  test('ISS-07: what comes with a wrong iss is neither acted on nor shown', async () => {
    const changes = {
      code: null,
      iss: 'https://elsewhere.example',
      error: 'access_denied',
      error_description: 'Call us at 555-0100',
    }
    const { cause, words, exchanged } = await afterComingBack(changes)
    expect({ cause, exchanged }).toEqual({ cause: 'ISS-05', exchanged: 0 })
    expect(words).not.toMatch(/access_denied|555-0100/)
  })

  test('URI-02: a client document is used with a redirect URI that it lists', async () => {
    const document = { client_id: DOCUMENT, client_name: 'Duties', redirect_uris: [REDIRECT] }
    const watched = await watch({
      config: { clientDocument: DOCUMENT },
      sandbox: { fetchDocument: () => Promise.resolve(Response.json(document)) },
    })
    expect(authorizationQueries(watched)[0]?.get('redirect_uri')).toBe(REDIRECT)
    expect(mcpRequests(watched).at(-1)?.rpc).toBe('tools/list')
  })
})
