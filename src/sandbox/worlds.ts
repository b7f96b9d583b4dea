import { FAULTS, type FaultName } from './faults.ts'
import type { Refinements } from './options.ts'
import type { SandboxOptions } from './sandbox.ts'

/** A practice server that the gallery offers. */
export type World = {
  readonly id: string
  readonly title: string
  /** What it is, and what there is to learn from it. */
  readonly description: string
  readonly kind: 'healthy' | 'broken'
  readonly options: Refinements & Pick<SandboxOptions, 'faults' | 'habits'>
  /** Where its issuer lives: on an origin of its own, or on that of the MCP server. */
  readonly issuer: 'elsewhere' | 'same-origin'
}

/** Everything `createSandbox` needs to open a world at these addresses. */
export function toOptions(
  world: World,
  addresses: { readonly server: string; readonly issuer: string },
): SandboxOptions {
  const { server } = addresses
  const own = world.issuer === 'same-origin' ? new URL(server).origin : addresses.issuer
  const issuer = (world.options.faults ?? []).reduce(
    (given, name) => FAULTS[name].issuerAs?.(given, server) ?? given,
    own,
  )
  return { ...world.options, server, issuer }
}

/** The issuer knows a scope, and nobody demands it: what a client asks for decides nothing. */
const UNDEMANDED = { issuer: ['tools'] } as const

const HEALTHY: readonly World[] = [
  world('both-eras', {
    title: 'Healthy, both eras',
    description:
      'Speaks 2026-07-28 and the revisions with initialize, registers clients in every way, and does all that the specification asks.',
  }),
  world('modern', {
    title: 'Healthy, 2026-07-28 only',
    description:
      'Stateless: no initialize, no sessions. Older clients learn its version from an error.',
    options: { eras: 'modern' },
  }),
  world('sessions', {
    title: 'Healthy, with sessions and event streams',
    description:
      'Speaks 2025-03-26 to 2025-11-25, keeps a session for each client, and answers in event streams.',
    options: { eras: 'legacy', sessions: true, answers: 'event-stream' },
  }),
  world('open', {
    title: 'Open to all',
    description: 'No method needs a token, so that there is no authorization to walk through.',
    options: { openMethods: 'all' },
  }),
  world('lazy', {
    title: 'Asks late',
    description: 'Lists its tools to everybody and asks for a token only when one is called.',
    options: {
      openMethods: ['initialize', 'ping', 'server/discover', 'tools/list'],
      scopes: { challenge: ['tools'], resource: ['tools'], required: { 'tools/call': ['tools'] } },
    },
  }),
  world('issuer-elsewhere', {
    title: 'Issuer elsewhere, found by resource metadata',
    description:
      'As the specification has it: only the resource metadata leads to the issuer. A client that asks the MCP server for issuer metadata finds none.',
    options: { scopes: UNDEMANDED },
  }),
  world('issuer-mirrored', {
    title: 'Issuer metadata on the MCP origin only',
    description:
      'The issuer does not serve its own metadata; the MCP server does. Clients that look at the MCP server first get in, those that follow the specification do not.',
    options: { issuerMetadataOn: 'server', scopes: UNDEMANDED },
    kind: 'broken',
  }),
  world('issuer-everywhere', {
    title: 'Issuer metadata in both places',
    description:
      'The issuer serves its metadata and the MCP server repeats it, for clients that never read the challenge.',
    options: { issuerMetadataOn: 'both', scopes: UNDEMANDED },
  }),
  world('scopes-by-challenge', {
    title: 'Scopes in the challenge alone',
    description:
      'No document lists a scope, so a client must take them from WWW-Authenticate: who asks for none is granted none. The issuer is found by every client.',
    options: {
      issuerMetadataOn: 'both',
      scopes: {
        challenge: ['tools'],
        unasked: [],
        required: { 'tools/list': ['tools'], 'tools/call': ['tools'] },
      },
    },
  }),
  world('step-up', {
    title: 'Asks for more on the way',
    description:
      'The list of tools needs a scope that the first challenge does not name. The 403 names only what is missing, so that the client must add it to what it has.',
    options: {
      stepUpNames: 'missing',
      scopes: {
        challenge: ['tools'],
        resource: ['tools'],
        required: { 'tools/list': ['tools', 'list'], 'tools/call': ['tools'] },
      },
    },
  }),
  world('consent', {
    title: 'With sign-in and consent page',
    description: 'Shows the pages of a real issuer. Any name signs in; scopes can be unticked.',
    options: { login: 'page', consent: 'page' },
  }),
  world('documents-only', {
    title: 'Client metadata documents only',
    description: 'Registers nobody. A client shows the address of its own metadata document.',
    options: { registration: { dynamic: false } },
  }),
  world('pre-registered', {
    title: 'Known clients only',
    description:
      'Takes neither documents nor registrations. Its owner has entered one client: practice-client, without a secret.',
    options: {
      registration: {
        dynamic: false,
        documents: false,
        known: [
          {
            clientId: 'practice-client',
            name: 'Practice client',
            method: 'none',
            redirectUris: [
              'http://localhost:4280/callback.html',
              'http://127.0.0.1:4280/callback.html',
            ],
          },
        ],
      },
    },
  }),
  world('machine', {
    title: 'For machines',
    description:
      'Grants client_credentials to practice-machine, whose secret is practice-secret. No person takes part.',
    options: {
      grants: ['authorization_code', 'refresh_token', 'client_credentials'],
      registration: {
        known: [
          {
            clientId: 'practice-machine',
            clientSecret: 'practice-secret',
            method: 'client_secret_basic',
            redirectUris: [],
            grants: ['client_credentials'],
          },
        ],
      },
    },
  }),
  world('first-revision', {
    title: 'In the manner of 2025-03-26',
    description:
      'Server and issuer are one, there is no resource metadata, and the issuer is found at the origin of the MCP server.',
    options: {
      eras: 'legacy',
      legacyVersions: ['2025-03-26'],
      resourceMetadataAt: 'nowhere',
      challengeHeader: 'no-pointer',
    },
    issuer: 'same-origin',
  }),
  world('many-pages', {
    title: 'Sixty tools on twelve pages',
    description: 'The second page has the empty string for its cursor, which is not the end.',
    options: { tools: 60, pageSize: 5, emptyStringCursor: true },
  }),
]

const BROKEN: readonly World[] = [
  broken('nothing-leads-to-issuer', 'The commonest cause of "Could not connect".'),
  broken('no-challenge', 'Clients that probe the well-known address get in, the others stop.'),
  broken('pointer-to-nothing', 'A good document lies beside a pointer that misses it.'),
  broken('prm-resource-other-origin', 'A client must refuse: tokens would be meant for another.'),
  broken('asm-issuer-slash', 'One slash, and the strings are no longer identical.'),
  broken('asm-without-pkce-methods', 'PKCE would work, but a client must not assume it.'),
  broken('dcr-secret-for-public', 'A page cannot keep the secret that it is given.'),
  broken('state-changed', 'The answer cannot be told from a forged one.'),
  broken('iss-promised-absent', 'What is promised and missing must be refused.'),
  broken('other-audience-demanded', 'All seems well until the first call with the token.'),
  broken('bad-token-500', 'A client cannot know that it should refresh.'),
  broken('step-up-forever', 'A client must give up after a few tries.'),
  broken('mcp-redirect-307', 'Browsers drop the token on the way, and identifiers differ.'),
  broken('preflight-401', 'Authentication stands before CORS, so that no page gets through.'),
  broken('cors-none-on-401', 'A page sees "failed to fetch" where a native client sees the 401.'),
  broken('cors-hides-challenge', 'The challenge is there, and a page cannot read it.'),
  broken('cors-none-on-token', 'The walk ends after consent, with the code in hand.'),
  broken('moves-issuer', 'A client must discover anew, and register anew there.'),
  broken('http-sse-only', 'Transport of 2024-11-05, superseded since 2025-03-26.'),
]

/** The gallery, in the order in which it is shown. */
export const WORLDS: readonly World[] = [...HEALTHY, ...BROKEN]

export function findWorld(id: string): World | undefined {
  return WORLDS.find((world) => world.id === id)
}

type Draft = Pick<World, 'title' | 'description'> &
  Partial<Pick<World, 'options' | 'issuer' | 'kind'>>

function world(id: string, draft: Draft): World {
  return { id, kind: 'healthy', issuer: 'elsewhere', options: {}, ...draft }
}

/** The practice server with one fault, and what there is to learn from it. */
export function broken(name: FaultName, lesson: string): World {
  const { title, needs = {} } = FAULTS[name]
  return {
    id: name,
    title,
    description: lesson,
    kind: 'broken',
    options: { ...needs, faults: [name] },
    issuer: 'elsewhere',
  }
}
