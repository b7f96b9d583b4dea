import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import type { AuthMethod, KnownClient } from '../sandbox/options.ts'
import { WORLDS, toOptions } from '../sandbox/worlds.ts'
import { type PracticeWalk, practise } from './practice-walk.ts'
import type { RunConfig } from './run/config.ts'
import type { RunDocument } from './run/document.ts'

const ADDRESSES = { server: 'http://localhost:4281/mcp', issuer: 'http://localhost:4282' }
const REDIRECT = 'http://localhost:4280/callback.html'
const SECRET = 'practice-secret'
const TENANT = { issuer: `${ADDRESSES.issuer}/tenant` } as const
const ONE_ORIGIN = { issuer: 'http://localhost:4281' } as const
const keys = await generateKeyPair('ES256', { extractable: true })

type Sandbox = NonNullable<PracticeWalk['sandbox']>

/** Servers that do nothing wrong, each in its own way. */
const SERVERS: { readonly [title: string]: Sandbox } = {
  'both eras': {},
  'the stateless era alone': { eras: 'modern' },
  'the era of initialize alone': { eras: 'legacy' },
  '2025-11-25 with sessions': { eras: 'legacy', sessions: true, legacyVersions: ['2025-11-25'] },
  '2025-06-18 with sessions': { eras: 'legacy', sessions: true, legacyVersions: ['2025-06-18'] },
  '2025-03-26': { ...ONE_ORIGIN, eras: 'legacy', legacyVersions: ['2025-03-26'] },
  'event streams': { answers: 'event-stream' },
  'event streams and sessions': { answers: 'event-stream', eras: 'legacy', sessions: true },
  'an issuer with a path, metadata before it': TENANT,
  'an issuer with a path, OpenID before it': { ...TENANT, issuerMetadataAt: 'openid-inserted' },
  'an issuer with a path, OpenID behind it': { ...TENANT, issuerMetadataAt: 'openid-appended' },
  'an issuer with a path, both kinds': { ...TENANT, issuerMetadataAt: 'both' },
  'an issuer without a path, OpenID': { issuerMetadataAt: 'openid-appended' },
  'issuer metadata on both origins': { issuerMetadataOn: 'both' },
  'one origin for all': ONE_ORIGIN,
  'resource metadata at the root, pointed to': { resourceMetadataAt: 'root' },
  'resource metadata at the root, found': {
    resourceMetadataAt: 'root',
    challengeHeader: 'no-pointer',
  },
  'resource metadata where the pointer leads alone': { resourceMetadataAt: 'header-only' },
  'resource metadata in two places': { resourceMetadataAt: 'both' },
  'resource metadata without a pointer': { challengeHeader: 'no-pointer' },
  'a server at the root of its origin': { server: 'http://localhost:4281' },
  'a server whose path ends in a slash': { server: 'http://localhost:4281/mcp/' },
  'a server with a query': { server: 'http://localhost:4281/mcp?tenant=practice' },
  'several challenges in one header': { challengeHeader: 'several-challenges' },
  'a challenge in another case': { challengeHeader: 'other-case' },
  'a comma inside a quoted string': { challengeHeader: 'comma-in-quotes' },
  'an authorization endpoint with a query': { authorizationQuery: 'tenant=practice&p=1' },
  'pages, one with the empty cursor': { pageSize: 5, emptyStringCursor: true },
  'one tool a page': { pageSize: 1 },
  'no tools': { tools: 0 },
  'no refresh tokens': { refresh: 'none', grants: ['authorization_code'] },
  'refresh tokens for offline_access': { refresh: 'offline-access' },
  'slow answers': { delay: 20 },
  'bearer in lower case': { tokenTypeCase: 'bearer' },
  'bearer in capitals': { tokenTypeCase: 'BEARER' },
  'opaque tokens': { tokens: 'opaque' },
  'signed tokens': { tokens: 'jwt' },
  'initialize open to all': { eras: 'legacy', openMethods: ['initialize'] },
  'initialize open, with sessions': { eras: 'legacy', sessions: true, openMethods: ['initialize'] },
  'discovery open to all': { openMethods: ['server/discover'] },
  'a list open to all': { openMethods: ['server/discover', 'initialize', 'tools/list'] },
  'no scope demanded': { scopes: { challenge: ['tools'], resource: ['tools'] } },
  'a step-up that names what is missing': {
    stepUpNames: 'missing',
    scopes: {
      challenge: ['tools'],
      resource: ['tools'],
      required: { 'tools/list': ['tools', 'list'] },
    },
  },
}

describe('a healthy server breaks no rule:', () => {
  test.each(Object.entries(SERVERS))('%s', async (_, sandbox) => {
    const { document } = await practise({ sandbox, reach: 'browser-and-relay' })
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.status).toBe('passed')
  })

  test.each(['browser', undefined] as const)('seen by %s', async (reach) => {
    const { document } = await practise(reach === undefined ? {} : { reach })
    expect(complaintsOf(document)).toEqual([])
  })

  test('when a tool is called that needs more, and then all that can follow', async () => {
    const { document } = await practise({
      reach: 'browser-and-relay',
      config: { call: { tool: 'open_vault', arguments: '{}' }, also: ['refresh', 'revoke'] },
    })
    expect(complaintsOf(document)).toEqual([])
    expect(document.steps.filter(({ status }) => status === 'failed')).toEqual([])
  })

  test.each(['2026-07-28', '2025-11-25', '2025-06-18'] as const)(
    'asked by %s',
    async (revision) => {
      const { document } = await practise({ config: { revision } })
      expect(complaintsOf(document)).toEqual([])
      expect(document.outcome.status).toBe('passed')
    },
  )

  test('asked by 2025-03-26', async () => {
    const { document } = await practise({
      config: { revision: '2025-03-26' },
      sandbox: { ...ONE_ORIGIN, legacyVersions: ['2025-03-26'] },
    })
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.status).toBe('passed')
  })

  test('open to all, which is said', async () => {
    const { document } = await practise({ sandbox: { openMethods: 'all' } })
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.summary).toContain('asks for no authorization')
  })

  test('open until a tool is called', async () => {
    const { document } = await practise({
      sandbox: { openMethods: ['server/discover', 'initialize', 'tools/list'] },
      config: { call: { tool: 'echo', arguments: '{"text":"hi"}' } },
    })
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.summary).toContain('echo answered')
  })

  test('that names no scopes is told so, and nothing else', async () => {
    const { document } = await practise({ sandbox: { scopes: {} } })
    expect(complaintsOf(document)).toEqual(['CHL-10 warning', 'PRM-12 warning'])
    expect(document.outcome.status).toBe('passed')
  })
})

describe('a client that is known breaks no rule:', () => {
  test.each(['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const)(
    '%s',
    async (method) => {
      const { document } = await practise(await knownBy(method))
      expect(complaintsOf(document)).toEqual([])
      expect(document.outcome.status).toBe('passed')
    },
  )

  test.each(['client_secret_basic', 'private_key_jwt'] as const)('machine, %s', async (method) => {
    const { document } = await practise(
      await knownBy(method, { grant: 'client_credentials' }, { grants: ['client_credentials'] }),
    )
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.status).toBe('passed')
  })

  test('by its own document', async () => {
    const clientDocument = 'https://client.example/client.json'
    const own = { client_id: clientDocument, client_name: 'Test', redirect_uris: [REDIRECT] }
    const { document } = await practise({
      config: { clientDocument },
      sandbox: { fetchDocument: () => Promise.resolve(Response.json(own)) },
    })
    expect(complaintsOf(document)).toEqual([])
    expect(document.outcome.status).toBe('passed')
  })
})

/** These need a person, or a client that is known. */
const OTHERWISE = ['consent', 'pre-registered', 'machine', 'documents-only']
/** Shortcomings that belong to the world. */
const SHORT: { readonly [id: string]: readonly string[] } = {
  'scopes-by-challenge': ['PRM-12 warning'],
  'issuer-elsewhere': ['CHL-10 warning', 'PRM-12 warning'],
  'issuer-everywhere': ['CHL-10 warning', 'PRM-12 warning'],
}

/** Later revisions demand resource metadata, which this one does not know. */
const FIRST = { revision: '2025-03-26' } as const

describe('a healthy world of the gallery breaks no rule:', () => {
  const worlds = WORLDS.filter(({ kind, id }) => kind === 'healthy' && !OTHERWISE.includes(id))

  test.each(worlds)('$id', async (world) => {
    const config = world.id === 'first-revision' ? FIRST : {}
    const { document } = await practise({ sandbox: toOptions(world, ADDRESSES), config })
    expect(complaintsOf(document)).toEqual(SHORT[world.id] ?? [])
    expect(document.outcome.status).toBe('passed')
  })
})

/** Every error and warning. */
function complaintsOf({ findings }: RunDocument): readonly string[] {
  return findings
    .filter(({ verdict, severity }) => verdict === 'fail' && severity !== 'note')
    .map(({ rule, severity }) => `${rule} ${severity}`)
}

async function knownBy(
  method: AuthMethod,
  config: Partial<RunConfig> = {},
  sandbox: Sandbox = {},
): Promise<PracticeWalk> {
  const client: KnownClient = {
    clientId: 'mine',
    method,
    redirectUris: [REDIRECT],
    ...(method.startsWith('client_secret') && { clientSecret: SECRET }),
    ...(method === 'private_key_jwt' && {
      jwk: { ...(await exportJWK(keys.publicKey)), alg: 'ES256' },
    }),
  }
  return {
    reach: 'browser-and-relay',
    config: { clientId: 'mine', clientAuthentication: method, ...config },
    secrets: {
      ...(method.startsWith('client_secret') && { clientSecret: SECRET }),
      ...(method === 'private_key_jwt' && { privateKey: await exportPKCS8(keys.privateKey) }),
    },
    sandbox: { ...sandbox, registration: { known: [client] } },
  }
}
