import { describe, expect, test } from 'vitest'
import type { PracticeWalk } from '../practice-walk.ts'
import { DOCUMENT, ISSUER, KNOWN, REDIRECT } from './places.ts'
import { authorizationQueries, postedTo, tokenForms, watch } from './watch.ts'

const served = () =>
  Promise.resolve(
    Response.json({ client_id: DOCUMENT, client_name: 'Duties', redirect_uris: [REDIRECT] }),
  )

/** The client id that a walk asked for authorization with. */
async function clientIdIn(walk: PracticeWalk): Promise<string | null | undefined> {
  const watched = await watch(walk)
  return authorizationQueries(watched)[0]?.get('client_id')
}

/** What becomes of the address of a document where nothing else is left but the person. */
async function fateOf(clientDocument: string) {
  const { sent, run, document } = await watch({
    config: { clientDocument },
    sandbox: { issuer: 'https://issuer.example', registration: { dynamic: false } },
  })
  return {
    isHeardOf: [...sent, ...run.authorizations].some((each) =>
      JSON.stringify(each).includes('client.json'),
    ),
    asked: document.outcome.waiting?.on,
  }
}

const UNUSED = { isHeardOf: false, asked: 'person' }

const sandbox = { fetchDocument: served, registration: { known: [KNOWN] } }

describe('what a client owes when it introduces itself', () => {
  test('REG-01: a known id comes before the document, the document before a registration, and then the person is asked', async () => {
    const config = { clientId: KNOWN.clientId, clientDocument: DOCUMENT }
    expect(await clientIdIn({ config, sandbox })).toBe(KNOWN.clientId)
    const byDocument = await watch({ config: { clientDocument: DOCUMENT }, sandbox })
    expect(authorizationQueries(byDocument)[0]?.get('client_id')).toBe(DOCUMENT)
    expect(postedTo(byDocument, '/register')).toEqual([])
    expect(postedTo(await watch(), '/register')).toHaveLength(1)
    const { document } = await watch({
      sandbox: { registration: { dynamic: false, documents: false } },
    })
    expect(document.outcome.waiting).toMatchObject({ on: 'person' })
  })

  test('REG-02: a client that was entered by hand is used with its secret', async () => {
    const known = { ...KNOWN, method: 'client_secret_basic', clientSecret: 'by-hand' } as const
    const watched = await watch({
      config: { clientId: known.clientId },
      secrets: { clientSecret: known.clientSecret },
      sandbox: { registration: { known: [known] } },
    })
    expect(postedTo(watched, '/token')[0]?.headers.get('authorization')).toMatch(/^Basic /)
    expect(watched.document.outcome.status).toBe('passed')
  })

  test('REG-03: another issuer gets a registration of its own', async () => {
    const watched = await watch({ sandbox: { faults: ['moves-issuer'] } })
    const [first, second] = watched.run.identities
    expect(postedTo(watched, '/register').map(({ url }) => url)).toEqual([
      `${first?.issuer}/register`,
      `${second?.issuer}/register`,
    ])
    const asked = authorizationQueries(watched).map((query) => query.get('client_id'))
    expect(asked).toEqual([first?.clientId, second?.clientId])
  })

  test('REG-04: an id that belongs to one issuer is not tried at the next', async () => {
    const watched = await watch({
      config: { clientId: KNOWN.clientId },
      sandbox: { faults: ['moves-issuer'], registration: { known: [KNOWN] } },
    })
    expect(watched.document.outcome.cause).toBe('REG-04')
    expect(watched.run.authorizations.map(({ issuer }) => issuer)).toEqual([ISSUER])
  })

  test.each([
    ['http://localhost:4280/callback.html', 'native'],
    ['http://127.0.0.1:4280/callback.html', 'native'],
    ['https://flow.example/callback.html', 'web'],
  ])('DCR-07, DCR-08: a page that comes back to %s is %s', async (redirectUri, type) => {
    const watched = await watch({ config: { redirectUri } })
    const [registration] = postedTo(watched, '/register')
    expect(JSON.parse(registration?.body ?? '')).toMatchObject({
      application_type: type,
      redirect_uris: [redirectUri],
    })
  })

  test('DCR-09: a refused redirect URI is shown as the issuer said it, and nobody is sent on', async () => {
    const { document, run } = await watch({ sandbox: { faults: ['dcr-refuses-redirect-uri'] } })
    expect(document.outcome.status).toBe('failed')
    expect(document.outcome.summary).toContain('invalid_redirect_uri')
    expect(run.authorizations).toEqual([])
  })

  test('DCR-12: refresh tokens are wanted, and the registration says so', async () => {
    const [registration] = postedTo(await watch(), '/register')
    expect(JSON.parse(registration?.body ?? '').grant_types).toContain('refresh_token')
  })

  test.each([
    ['http://client.example/client.json', 'https'],
    ['https://client.example', 'a path'],
  ])('CIMD-01: %s lacks %s, and is never a client id', async (address) => {
    expect(await fateOf(address)).toEqual(UNUSED)
  })

  test.each([
    ['https://client.example/client.json#me', 'a fragment'],
    ['https://me@client.example/client.json', 'a user'],
    ['https://client.example/a/../client.json', 'a dot segment'],
  ])('CIMD-02: %s has %s, and is never a client id', async (address) => {
    expect(await fateOf(address)).toEqual(UNUSED)
  })

  test('CIMD-08: a document on this machine is no client id at an issuer elsewhere', async () => {
    expect(await fateOf('https://localhost:4280/client.json')).toEqual(UNUSED)
  })

  test('CIMD-14: the document is no client id where its support is not promised', async () => {
    const watched = await watch({
      config: { clientDocument: DOCUMENT },
      sandbox: { fetchDocument: served, registration: { documents: false } },
    })
    expect(authorizationQueries(watched)[0]?.get('client_id')).not.toBe(DOCUMENT)
    expect(tokenForms(watched)[0]?.get('client_id')).not.toBe(DOCUMENT)
  })
})
