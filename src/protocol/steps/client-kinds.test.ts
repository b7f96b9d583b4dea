import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import type { KnownClient } from '../../sandbox/options.ts'
import { type PracticeWalk, practise } from '../practice-walk.ts'
import { foldRun } from '../run/run.ts'

const REDIRECT = 'http://localhost:4280/callback.html'
const SECRET = "s-e_c.r*e t+%&='"

/** Walks as a client that the issuer's owner entered by hand. */
function knownAs(client: Partial<KnownClient>, walk: PracticeWalk = {}) {
  const known: KnownClient = {
    clientId: 'known:client/1',
    method: 'none',
    redirectUris: [REDIRECT],
    ...client,
  }
  return practise({
    ...walk,
    config: { clientId: known.clientId, ...walk.config },
    sandbox: { registration: { known: [known], dynamic: false }, ...walk.sandbox },
  })
}

async function keyPair(algorithm: string) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true })
  return {
    jwk: { ...(await exportJWK(publicKey)), alg: algorithm },
    asPem: await exportPKCS8(privateKey),
    asJwk: JSON.stringify(await exportJWK(privateKey)),
  }
}

const MACHINE = {
  config: { grant: 'client_credentials' },
  sandbox: { grants: ['client_credentials'] },
} as const

describe('a client that was registered by hand comes to the tools', () => {
  test('without a secret', async () => {
    expect((await knownAs({})).document.outcome.status).toBe('passed')
  })

  test.each(['client_secret_basic', 'client_secret_post'] as const)(
    'with a secret of odd characters by %s, also refreshing and revoking',
    async (method) => {
      const { document, events } = await knownAs(
        { method, clientSecret: SECRET },
        {
          secrets: { clientSecret: SECRET },
          config: { clientAuthentication: method, also: ['refresh', 'revoke'] },
        },
      )
      expect(document.outcome.status).toBe('passed')
      const { facts } = foldRun(events)
      expect([facts.refresh?.status, facts.revocation?.status]).toEqual([200, 200])
    },
  )

  test.each(['ES256', 'RS256', 'EdDSA'])('with a %s key as PEM and as JWK', async (algorithm) => {
    const { jwk, asPem, asJwk } = await keyPair(algorithm)
    for (const privateKey of [asPem, asJwk]) {
      const { document } = await knownAs(
        { method: 'private_key_jwt', jwk },
        { secrets: { privateKey } },
      )
      expect(document.outcome.summary).toBe('Connected: 12 tools.')
    }
  })
})

describe('a machine comes to the tools', () => {
  test.each(['client_secret_basic', 'client_secret_post'] as const)(
    'with its secret by %s',
    async (method) => {
      const { document } = await knownAs(
        { method, clientSecret: SECRET },
        {
          ...MACHINE,
          secrets: { clientSecret: SECRET },
          config: { ...MACHINE.config, clientAuthentication: method },
        },
      )
      expect(document.outcome.status).toBe('passed')
    },
  )

  test('with its key', async () => {
    const { jwk, asJwk } = await keyPair('ES256')
    const walk = { ...MACHINE, secrets: { privateKey: asJwk } }
    const { document } = await knownAs({ method: 'private_key_jwt', jwk }, walk)
    expect(document.outcome.status).toBe('passed')
  })

  test('not with another key', async () => {
    const [{ jwk }, { asJwk }] = [await keyPair('ES256'), await keyPair('ES256')]
    const walk = { ...MACHINE, secrets: { privateKey: asJwk } }
    const { document } = await knownAs({ method: 'private_key_jwt', jwk }, walk)
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'token' })
    expect(document.outcome.summary).toContain('invalid_client')
  })
})

describe('a client ID metadata document', () => {
  const DOCUMENT = 'https://client.example/client.json'
  const serving = (document: object): PracticeWalk => ({
    config: { clientDocument: DOCUMENT },
    sandbox: { fetchDocument: () => Promise.resolve(Response.json(document)) },
  })

  test('leads to the tools without a registration', async () => {
    const { document } = await practise(
      serving({ client_id: DOCUMENT, client_name: 'Test', redirect_uris: [REDIRECT] }),
    )
    expect(document.outcome.status).toBe('passed')
    expect(document.exchanges.some(({ request }) => request.url.endsWith('/register'))).toBe(false)
  })

  test('leads to the tools with a key', async () => {
    const { jwk, asPem } = await keyPair('ES256')
    const { document } = await practise({
      ...serving({
        client_id: DOCUMENT,
        client_name: 'Test',
        redirect_uris: [REDIRECT],
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [jwk] },
      }),
      secrets: { privateKey: asPem },
    })
    expect(document.outcome.status).toBe('passed')
  })

  test('gives way to dynamic registration where it is not read', async () => {
    const { document, events } = await practise({
      config: { clientDocument: DOCUMENT },
      sandbox: { registration: { documents: false } },
    })
    expect(document.outcome.status).toBe('passed')
    expect(foldRun(events).facts.clientIdentity?.kind).toBe('dynamic')
  })
})

describe('a dynamic registration', () => {
  test.each([
    'dcr-secret-for-public',
    'dcr-method-unsaid',
    'dcr-200',
    'dcr-without-metadata',
  ] as const)('is taken as it comes: %s', async (fault) => {
    const { document } = await practise({ sandbox: { faults: [fault] } })
    expect(document.outcome.status).toBe('passed')
  })

  test.each([
    'dcr-404',
    'dcr-html-error',
    'dcr-refuses-redirect-uri',
    'dcr-without-client-id',
  ] as const)('that is refused ends the walk with a cause: %s', async (fault) => {
    const { document } = await practise({ sandbox: { faults: [fault] } })
    expect(document.outcome).toMatchObject({ status: 'failed', step: 'registration' })
    expect(document.outcome.cause).not.toBeNull()
  })
})
