import { expect, test } from 'vitest'
import { html, json } from '../sandbox/answers.ts'
import { drops, instead, sets } from '../sandbox/faults/effects.ts'
import type { SandboxOptions } from '../sandbox/sandbox.ts'
import type { Effect, Visit } from '../sandbox/scene.ts'
import { practise } from './practice-walk.ts'

/** Servers as people have them, which no single switch imitates, and what an engineer would say of each. */
type Broken = {
  readonly server: Partial<SandboxOptions>
  readonly cause: string
  /** Words of the sentence about it, and of what mends it. */
  readonly says: string
  readonly fix: string
}

const AT = { server: 'https://mcp.acme.example/mcp', issuer: 'https://auth.acme.example' }
const SESSIONS = { sessions: true, eras: 'legacy' } as const
const LOST = { jsonrpc: '2.0', id: null, error: { code: -32001, message: 'Session not found' } }

const SERVERS: { readonly [name: string]: Broken } = {
  'a proxy with nothing behind it': {
    server: { habits: [instead('mcp', () => html('<h1>502 Bad Gateway</h1>', 502))] },
    cause: 'CHL-01',
    says: '502 Bad Gateway',
    fix: 'check that the MCP server behind it runs',
  },
  'a protection against bots in front of all': {
    server: { habits: [everywhere(() => html('<title>Just a moment...</title>', 403))] },
    cause: 'CHL-01',
    says: '403 Forbidden',
    fix: 'a protection against bots answered with a page: let it pass',
  },
  'another address than that of the endpoint': {
    server: { habits: [everywhere(() => html('Cannot POST /mcp', 404))] },
    cause: 'CHL-01',
    says: '404 Not Found',
    fix: 'Check that the address is the MCP endpoint itself',
  },
  'a server that takes an API key': {
    server: {
      habits: [
        everywhere(({ place }) =>
          place === 'mcp' ? json({ error: 'Missing X-API-Key header' }, 401) : json({}, 404),
        ),
      ],
    },
    cause: 'CHL-03',
    says: 'Missing X-API-Key header',
    fix: 'enter the key as a header',
  },
  'authentication before the metadata as well': {
    server: {
      habits: [
        everywhere(({ request }) =>
          request.headers.has('Authorization') ? undefined : json({ message: 'No' }, 401),
        ),
      ],
    },
    cause: 'PRM-16',
    says: 'readable without a token',
    fix: 'Exempt /.well-known/oauth-protected-resource',
  },
  'an application that is mounted below a path': {
    server: { faults: ['prm-below-path'] },
    cause: 'PRM-09',
    says: 'only at https://mcp.acme.example/mcp/.well-known/oauth-protected-resource',
    fix: 'Serve the document at that address too',
  },
  'metadata that was made behind a proxy': {
    server: { habits: [{ resourceMetadata: sets({ resource: 'http://mcp.acme.example/mcp' }) }] },
    cause: 'PRM-07',
    says: 'they differ in http and https',
    fix: 'exactly as people enter it',
  },
  'one authorization server that is not in a list': {
    server: { habits: [{ resourceMetadata: sets({ authorization_servers: AT.issuer }) }] },
    cause: 'PRM-01',
    says: 'must be a list',
    fix: 'List the issuer identifier',
  },
  'an issuer that takes its inner address for the public one': {
    server: { habits: [{ issuerMetadata: sets({ issuer: 'http://auth:8080' }) }] },
    cause: 'ASM-03',
    says: 'it names http://auth:8080',
    fix: 'Tell the authorization server its public address',
  },
  'registration more often than is allowed': {
    server: { habits: [instead('register', () => json({ error: 'too_many_requests' }, 429))] },
    cause: 'DCR-21',
    says: 'too_many_requests',
    fix: 'Wait as long as Retry-After says',
  },
  'a token endpoint that reads JSON': {
    server: { habits: [instead('token', () => json({ detail: 'no dictionary' }, 422))] },
    cause: 'TOK-04',
    says: 'no dictionary',
    fix: 'application/x-www-form-urlencoded',
  },
  'an id token and no access token': {
    server: { habits: [{ granted: drops('access_token') }, { granted: sets({ id_token: 'x' }) }] },
    cause: 'TOK-02',
    says: 'must have access_token',
    fix: 'access_token and token_type at its top',
  },
  'an audience that nobody was told of': {
    server: {
      habits: [
        withToken(() => {
          const told = 'Bearer error="invalid_token", error_description="expected api://acme"'
          return json({}, 401, { 'WWW-Authenticate': told })
        }),
      ],
    },
    cause: 'USE-05',
    says: 'expected api://acme',
    fix: 'which issuer, audience and keys it expects',
  },
  'instances that do not share their sessions': {
    server: { ...SESSIONS, habits: [everySecondCall(() => json(LOST, 404))] },
    cause: 'SES-21',
    says: 'does not find its own session',
    fix: 'send all requests of one session to one instance',
  },
  'an interface behind the tools that refuses': {
    server: {
      habits: [
        {
          reply: ({ message, method }) =>
            method === 'tools/list'
              ? { ...LOST, id: message['id'], error: { code: -32603, message: 'Upstream: 401' } }
              : message,
        },
      ],
    },
    cause: 'TLI-01',
    says: 'Upstream: 401',
    fix: 'Find the error in the log of the MCP server',
  },
}

// Fifteen walks, half a second.
test.each(Object.entries(SERVERS))('%s: what is wrong, and what mends it', async (_, broken) => {
  const sandbox = { ...AT, ...broken.server }
  const { document } = await practise({ sandbox, reach: 'browser-and-relay' })
  const { cause, summary, fix } = document.outcome
  expect(cause).toBe(broken.cause)
  expect(summary).toContain(broken.says)
  expect(fix).toContain(broken.fix)
})

test('a server that serves tools/list after server/discover only: what a client without it meets', async () => {
  const { document } = await practise({
    sandbox: { ...AT, eras: 'modern', faults: ['handshake-demanded'] },
    reach: 'browser-and-relay',
    config: { pace: 'one-by-one' },
  })
  const broken = document.findings.filter(({ verdict }) => verdict === 'fail')
  expect(broken.map(({ rule }) => rule)).toEqual(['VER-09'])
  expect(document.outcome.cause).toBe('VER-09')
})

/** Answers in the place of all that is at the host of the MCP server. */
function everywhere(build: (visit: Visit) => Response | undefined): Effect {
  return {
    before: (visit) =>
      visit.preflight || visit.url.host !== 'mcp.acme.example' ? undefined : build(visit),
  }
}

function withToken(build: () => Response): Effect {
  return everywhere(({ request }) => (request.headers.has('Authorization') ? build() : undefined))
}

/** Of two instances the other one has the session. */
function everySecondCall(build: () => Response): Effect {
  let calls = 0
  return everywhere(({ request }) => {
    if (!request.headers.has('Mcp-Session-Id')) return undefined
    calls += 1
    return calls % 2 === 0 ? build() : undefined
  })
}
