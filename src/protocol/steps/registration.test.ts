import { describe, expect, test } from 'vitest'
import { buildIdentity } from '../run/build-log.ts'
import type { RunSecrets } from '../run/config.ts'
import type { ServerMetadataFact } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { registration } from './registration.ts'

const ISSUER = 'https://issuer.example'
const DOCUMENT = 'https://page.example/client.json'

function metadataWith(document: object = {}, change: Partial<ServerMetadataFact> = {}) {
  const found = {
    place: 'oauth-inserted',
    url: '',
    exchange: 'e3',
    document: { ...document },
  } as const
  return {
    looked: [],
    found,
    issuer: ISSUER,
    guessed: false,
    ...change,
  } satisfies ServerMetadataFact
}

async function registerWith(world: World, metadata = metadataWith()) {
  const built = buildContext({ ...world, facts: { serverMetadata: metadata, ...world.facts } })
  const result = await registration.run(built.context)
  const identity = result.kind === 'done' ? result.facts.clientIdentity : undefined
  const need = result.kind === 'waiting' && result.on === 'person' ? result.need : undefined
  return { ...built, result, identity, need }
}

const BOTH = metadataWith(
  { client_id_metadata_document_supported: true },
  { registrationEndpoint: `${ISSUER}/register` },
)

describe('a client id that the person gave', () => {
  test('comes before every other way', async () => {
    const config = { clientId: 'mine', clientDocument: DOCUMENT }
    const { identity, exchanges, result, decisions } = await registerWith({ config }, BOTH)
    expect(identity).toEqual({
      issuer: ISSUER,
      kind: 'pre-registered',
      clientId: 'mine',
      authentication: 'none',
      redirectUri: 'https://page.example/callback.html',
    })
    expect(result).toMatchObject({ says: 'pre-registered client' })
    expect(exchanges).toEqual([])
    expect(decisions[0]?.says).toBe(`Is the client mine at ${ISSUER}`)
  })

  test.each<[string, RunSecrets, readonly string[] | undefined, string]>([
    ['nothing more', {}, ['client_secret_basic'], 'none'],
    ['a secret', { clientSecret: 's' }, undefined, 'client_secret_basic'],
    [
      'a secret, both ways listed',
      { clientSecret: 's' },
      ['client_secret_post', 'client_secret_basic'],
      'client_secret_basic',
    ],
    [
      'a secret, post alone listed',
      { clientSecret: 's' },
      ['client_secret_post'],
      'client_secret_post',
    ],
    ['a secret, neither listed', { clientSecret: 's' }, ['none'], 'client_secret_basic'],
    ['a key', { privateKey: 'k' }, undefined, 'private_key_jwt'],
    ['a key and a secret', { privateKey: 'k', clientSecret: 's' }, undefined, 'private_key_jwt'],
  ])('with %s authenticates fittingly', async (_, secrets, listed, authentication) => {
    const metadata = metadataWith(listed ? { token_endpoint_auth_methods_supported: listed } : {})
    const { identity } = await registerWith({ config: { clientId: 'mine' }, secrets }, metadata)
    expect(identity?.authentication).toBe(authentication)
    expect(identity?.clientSecret).toBe(secrets.clientSecret)
  })

  test('authenticates as the person says', async () => {
    const config = { clientId: 'mine', clientAuthentication: 'client_secret_post' } as const
    const { identity } = await registerWith({ config, secrets: { clientSecret: 's' } })
    expect(identity?.authentication).toBe('client_secret_post')
  })

  test.each([
    ['client_secret_basic', 'client-secret'],
    ['client_secret_post', 'client-secret'],
    ['private_key_jwt', 'private-key'],
  ] as const)('asks the person for what %s needs', async (clientAuthentication, field) => {
    const { need } = await registerWith({ config: { clientId: 'mine', clientAuthentication } })
    expect(need?.field).toBe(field)
    expect(need?.says).toContain(clientAuthentication)
  })

  describe('that belongs to another authorization server', () => {
    const identities = [
      buildIdentity({ kind: 'pre-registered', clientId: 'mine', issuer: 'https://old.example' }),
    ]
    const config = { clientId: 'mine' }

    test('is not shown to this one', async () => {
      const { result } = await registerWith({ config, identities })
      expect(result).toEqual({
        kind: 'failed',
        error: {
          code: 'issuer-changed',
          message:
            'The client id mine belongs to https://old.example; the authorization server is now https://issuer.example.',
        },
        facts: {},
      })
    })

    test('is shown when the person goes past REG-04', async () => {
      const { identity } = await registerWith({ config, identities, continued: ['REG-04'] })
      expect(identity?.issuer).toBe(ISSUER)
    })

    test('gives way to a new one that the person gives', async () => {
      const { identity } = await registerWith({ config: { clientId: 'new' }, identities })
      expect(identity?.clientId).toBe('new')
    })
  })
})

describe('a client ID metadata document', () => {
  test('is the client where the authorization server reads such', async () => {
    const { identity, result, exchanges } = await registerWith(
      { config: { clientDocument: DOCUMENT } },
      BOTH,
    )
    expect(identity).toMatchObject({
      kind: 'client-document',
      clientId: DOCUMENT,
      authentication: 'none',
    })
    expect(result).toMatchObject({ says: 'client metadata document' })
    expect(exchanges.map(({ request, diagnostic }) => [request.url, diagnostic])).toEqual([
      [DOCUMENT, 'survey'],
    ])
  })

  test('signs with the key where there is one', async () => {
    const world = { config: { clientDocument: DOCUMENT }, secrets: { privateKey: 'k' } }
    expect((await registerWith(world, BOTH)).identity?.authentication).toBe('private_key_jwt')
  })

  test.each([undefined, false, 'true'])('is not used where the support is %j', async (flag) => {
    const metadata = metadataWith({ client_id_metadata_document_supported: flag })
    const { identity, decisions } = await registerWith(
      { config: { clientDocument: DOCUMENT } },
      metadata,
    )
    expect(identity).toBeUndefined()
    expect(decisions[0]).toMatchObject({
      says: 'Does not use the client ID metadata document',
      exchange: 'e3',
    })
  })

  test('is used all the same when the person goes past CIMD-14', async () => {
    const world = { config: { clientDocument: DOCUMENT }, continued: ['CIMD-14'] }
    expect((await registerWith(world)).identity?.kind).toBe('client-document')
  })

  test.each(['2025-03-26', '2025-06-18'] as const)('is unknown to %s', async (revision) => {
    const { result } = await registerWith(
      { config: { clientDocument: DOCUMENT, revision } },
      metadataWith({ client_id_metadata_document_supported: true }),
    )
    expect(result.kind).toBe('waiting')
  })

  test('is portable from one authorization server to another', async () => {
    const identities = [
      buildIdentity({ kind: 'client-document', clientId: DOCUMENT, issuer: 'https://old.example' }),
    ]
    const { identity } = await registerWith(
      { config: { clientDocument: DOCUMENT }, identities },
      BOTH,
    )
    expect(identity).toMatchObject({ clientId: DOCUMENT, issuer: ISSUER })
  })
})

describe('where no way is offered', () => {
  test('the person is asked for a client id, with all that registering one needs', async () => {
    const { need, exchanges } = await registerWith({})
    expect(need?.field).toBe('client-id')
    expect(need?.says).toBe(
      'https://issuer.example offers neither client ID metadata documents that this page could use nor dynamic registration. Register a client there with the redirect URI https://page.example/callback.html and enter its client id.',
    )
    expect(exchanges).toEqual([])
  })

  test.each(['register', 'javascript:alert(1)'])(
    'an endpoint "%s" is none',
    async (registrationEndpoint) => {
      const { need } = await registerWith({}, metadataWith({}, { registrationEndpoint }))
      expect(need?.field).toBe('client-id')
    },
  )

  test('a machine is asked for an id and a proof, and never registers', async () => {
    const { need, exchanges } = await registerWith(
      { config: { grant: 'client_credentials' } },
      BOTH,
    )
    expect(need?.says).toContain('The client credentials grant needs a client id')
    expect(exchanges).toEqual([])
  })
})
