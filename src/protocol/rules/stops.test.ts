import { describe, expect, test } from 'vitest'
import type { FlowErrorCode } from '../run/events.ts'
import { type RunChange, SPEC_CLIENT, buildRun, withMembers } from './build-run.ts'
import { EXPLAINED_BY } from './explained-by.ts'
import { ISSUER, REDIRECT } from './healthy-exchanges.ts'
import { RULES } from './index.ts'
import { gate } from './judge.ts'

const lost = {
  kind: 'unreadable',
  endedAt: 1,
  message: 'down',
  reason: 'connection-refused',
} as const
const noHeader = { 'www-authenticate': null }
const keyed = { authentication: 'private_key_jwt' } as const
const known = { issuer: 'https://old.example', kind: 'pre-registered', clientId: 'mine' } as const
const refused403 = { status: 403, text: '', header: { 'www-authenticate': 'Bearer error="x"' } }
const iss = `&iss=${encodeURIComponent(ISSUER)}`

/** One walk for each way in which a step can fail, and the rule that must name the root. */
const ENDS: { readonly [code in FlowErrorCode]: readonly [cause: string, change: RunChange] } = {
  unreachable: [
    'NET-01',
    { until: 'challenge', failedAt: 'challenge', exchanges: { challenge: { outcome: lost } } },
  ],
  timeout: [
    'NET-03',
    {
      until: 'challenge',
      failedAt: 'challenge',
      exchanges: { challenge: { outcome: { kind: 'aborted', endedAt: 1, by: 'timeout' } } },
    },
  ],
  'not-streamable-http': [
    'TRN-20',
    {
      until: 'challenge',
      failedAt: 'challenge',
      exchanges: { challenge: { status: 405, header: noHeader } },
    },
  ],
  'unexpected-status': [
    'CHL-01',
    {
      until: 'challenge',
      failedAt: 'challenge',
      exchanges: { challenge: { status: 404, header: noHeader } },
    },
  ],
  redirected: [
    'RED-01',
    {
      until: 'challenge',
      failedAt: 'challenge',
      exchanges: { challenge: { status: 307, headers: [['location', '/mcp/']] } },
    },
  ],
  'no-resource-metadata': [
    'PRM-01',
    { until: 'resource-metadata', exchanges: { 'resource-metadata': { status: 404 } } },
  ],
  'no-issuer': [
    'PRM-01',
    {
      until: 'resource-metadata',
      ...withMembers('resource-metadata', { authorization_servers: [] }),
    },
  ],
  'no-server-metadata': [
    'ASM-01',
    { until: 'server-metadata', exchanges: { 'server-metadata': { status: 404 } } },
  ],
  'no-endpoint': [
    'ASM-06',
    {
      until: 'authorization',
      ...withMembers('server-metadata', { authorization_endpoint: undefined }),
    },
  ],
  'unsafe-url': [
    'SEC-20',
    {
      until: 'authorization',
      ...withMembers('server-metadata', { authorization_endpoint: 'javascript:1' }),
    },
  ],
  'registration-refused': [
    'DCR-21',
    {
      until: 'registration',
      exchanges: { registration: { status: 400, json: { error: 'invalid_redirect_uri' } } },
    },
  ],
  'no-client': [
    'ASM-14',
    {
      until: 'registration',
      ...withMembers('server-metadata', {
        registration_endpoint: undefined,
        client_id_metadata_document_supported: false,
      }),
    },
  ],
  'issuer-changed': [
    'REG-04',
    { until: 'token', config: { clientId: 'mine' }, facts: { clientIdentity: known } },
  ],
  'authorization-refused': [
    'AUZ-20',
    {
      until: 'callback',
      exchanges: { callback: { url: `${REDIRECT}?error=access_denied&state=state-1${iss}` } },
    },
  ],
  'bad-callback': [
    'AUR-02',
    { until: 'callback', exchanges: { callback: { url: `${REDIRECT}?code=1${iss}` } } },
  ],
  'no-code': [
    'AUR-03',
    { until: 'callback', exchanges: { callback: { url: `${REDIRECT}?state=state-1${iss}` } } },
  ],
  'token-refused': [
    'TOK-20',
    { until: 'token', exchanges: { token: { status: 400, json: { error: 'invalid_grant' } } } },
  ],
  'bad-token-answer': [
    'TOK-02',
    { until: 'token', ...withMembers('token', { access_token: undefined }) },
  ],
  'token-rejected': [
    'USE-05',
    { until: 'session', failedAt: 'session', exchanges: { session: { status: 401, text: '' } } },
  ],
  'insufficient-scope': [
    'SCO-09',
    { until: 'tools', failedAt: 'tools', exchanges: { tools: refused403 } },
  ],
  'too-many-authorizations': [
    'SCO-12',
    {
      until: 'tools',
      failedAt: 'tools',
      continued: ['SCO-09'],
      exchanges: { tools: refused403 },
      events: [authorizedAgain()],
    },
  ],
  'bad-mcp-answer': [
    'TLI-01',
    {
      until: 'tools',
      failedAt: 'tools',
      exchanges: {
        tools: { json: { jsonrpc: '2.0', id: '3', error: { code: -32603, message: 'x' } } },
      },
    },
  ],
  'no-refresh-token': [
    'REF-05',
    { until: 'refresh', ...withMembers('token', { refresh_token: undefined }) },
  ],
  'no-revocation-endpoint': ['ASM-30', { until: 'revoke' }],
  'bad-key': [
    'REG-20',
    { until: 'token', facts: { clientIdentity: keyed }, exchanges: { token: null } },
  ],
  'unsafe-to-send': [
    'CORS-09',
    {
      until: 'token',
      exchanges: { token: null },
      more: [
        {
          id: 'check',
          step: 'server-metadata',
          via: 'direct',
          diagnostic: 'readable',
          url: `${ISSUER}/token`,
          outcome: { kind: 'unreadable', endedAt: 1, message: '' },
        },
      ],
    },
  ],
  defect: ['DBG-01', { until: 'scope' }],
}

function authorizedAgain() {
  const authorization = {
    url: 'x',
    exchange: 'authorization',
    state: 'state-1',
    verifier: 'v',
    codeChallenge: 'c',
    issuer: ISSUER,
    clientId: 'c',
    redirectUri: 'r',
    scope: 'tools vault',
  }
  const result = {
    kind: 'waiting',
    on: 'authorization',
    says: '',
    url: 'x',
    facts: { authorization },
  } as const
  return { type: 'step-settled', at: 6000, step: 'authorization', result } as const
}

describe('the ways in which a walk can end', () => {
  test.each(Object.entries(EXPLAINED_BY))('%s is explained by rules that stop', (_, ids) => {
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids)
      expect(RULES.find((rule) => rule.id === id)).toMatchObject({ stops: true })
  })

  test.each(Object.entries(ENDS))('%s has %s as its cause', (code, [cause, change]) => {
    const failed = Object.keys(EXPLAINED_BY).find((each): each is FlowErrorCode => each === code)
    const run = buildRun({ ...change, ...(failed && { failed }) })
    expect(gate(run, SPEC_CLIENT)?.rule.id).toBe(cause)
  })
})
