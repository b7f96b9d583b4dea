import type { RunDocument } from '../../src/protocol/index.ts'
import { type Walked, ISSUER, SERVER, START, exchange, run, steps } from './builders.ts'
import {
  MCP_HEADERS,
  METADATA,
  challengeDecisions,
  documentsWarning,
  firstContact,
  openidMetadata,
  quietFindings,
  resourceMetadata,
} from './discovery.ts'

const base64Url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token as the issuer of these runs would make it. Its signature is no signature. */
export const ACCESS_TOKEN = [
  base64Url({ alg: 'ES256', typ: 'at+jwt', kid: 'k1' }),
  base64Url({
    iss: ISSUER,
    sub: 'user-17',
    aud: SERVER,
    scope: 'files:read',
    iat: START / 1000 + 12,
    exp: START / 1000 + 3612,
  }),
  'c2lnbmF0dXJl',
].join('.')

export const AUTHORIZE = `${ISSUER}/authorize?response_type=code&client_id=client-77&redirect_uri=http%3A%2F%2Flocalhost%3A4280%2Fcallback.html&scope=files%3Aread&state=st-1&code_challenge=cc-1&code_challenge_method=S256&resource=https%3A%2F%2Ftools.acme.example%2Fmcp`

const signedIn = [
  exchange(5, {
    step: 'registration',
    purpose: 'Dynamic registration',
    to: 'issuer',
    at: 240,
    took: 88,
    method: 'POST',
    url: `${ISSUER}/register`,
    headers: [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ],
    body: '{"client_name":"MCP Flow Debugger","redirect_uris":["http://localhost:4280/callback.html"],"token_endpoint_auth_method":"none"}',
    status: 201,
    answer: '{"client_id":"client-77","client_id_issued_at":1788254400}',
  }),
  exchange(6, {
    step: 'authorization',
    purpose: 'Authorization request, in the address bar',
    to: 'issuer',
    via: 'navigation',
    at: 340,
    took: 11_200,
    url: AUTHORIZE,
    outcome: (endedAt) => ({ kind: 'navigated', endedAt }),
  }),
  exchange(7, {
    step: 'callback',
    purpose: 'The answer at the redirect URI',
    to: 'page',
    via: 'navigation',
    at: 11_540,
    took: 4,
    url: 'http://localhost:4280/callback.html?code=code-4711&state=st-1&iss=https%3A%2F%2Fauth.acme.example',
    outcome: (endedAt) => ({ kind: 'navigated', endedAt }),
  }),
  exchange(8, {
    step: 'token',
    purpose: 'Code for a token',
    to: 'issuer',
    at: 11_560,
    took: 120,
    method: 'POST',
    url: `${ISSUER}/token`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8']],
    body: 'grant_type=authorization_code&code=code-4711&redirect_uri=http%3A%2F%2Flocalhost%3A4280%2Fcallback.html&client_id=client-77&code_verifier=verifier-1&resource=https%3A%2F%2Ftools.acme.example%2Fmcp',
    answer: JSON.stringify({
      access_token: ACCESS_TOKEN,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'files:read',
      refresh_token: 'rt-0815',
    }),
    answerHeaders: [
      ['content-type', 'application/json'],
      ['cache-control', 'no-store'],
    ],
  }),
  exchange(9, {
    step: 'tools',
    purpose: 'The list of tools',
    at: 11_700,
    took: 96,
    method: 'POST',
    headers: [...MCP_HEADERS, ['Authorization', `Bearer ${ACCESS_TOKEN}`]],
    body: '{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{}}',
    answerHeaders: [['content-type', 'text/event-stream']],
    answer:
      'event: message\ndata: {"jsonrpc":"2.0","id":2,"result":{"tools":[{"name":"list_files","title":"List files"},{"name":"read_file"}]}}\n\n',
  }),
]

export const TOOLS: RunDocument['tools'] = [
  {
    name: 'list_files',
    title: 'List files',
    description: 'Lists the files of a folder.\nHidden files are left out unless asked for.',
  },
  { name: 'read_file', title: null, description: 'Reads one file as text.' },
  { name: 'write_file', title: 'Write a file', description: null },
  {
    name: '<img src=x onerror=alert(1)>',
    title: '<b>Not bold</b>',
    description: 'Everything that a server sends is shown as text: <script>alert(1)</script>',
  },
]

const healthyMetadata = exchange(3, {
  step: 'server-metadata',
  purpose: 'Authorization server metadata',
  to: 'issuer',
  at: 92,
  took: 142,
  url: `${ISSUER}/.well-known/oauth-authorization-server`,
  answer: JSON.stringify({ ...METADATA, issuer: ISSUER }),
})

export const connected = [
  firstContact,
  resourceMetadata,
  healthyMetadata,
  openidMetadata,
  ...signedIn,
]

export const PASSED: Walked = {
  challenge: ['passed', '401, Bearer, scope named'],
  'resource-metadata': ['passed', 'from the challenge'],
  'server-metadata': ['passed', 'at the first place'],
  scope: ['passed', 'files:read, from the challenge'],
  registration: ['passed', 'registered as client-77'],
  authorization: ['passed', 'signed in at auth.acme.example'],
  callback: ['passed', 'state and iss are right'],
  token: ['passed', 'Bearer, for 1 h'],
  session: ['skipped', 'stateless, 2026-07-28'],
  tools: ['passed', '4 tools on one page'],
}

/** Connected, with a person in the middle. */
export const PASSED_RUN = run({
  endedAt: START + 11_800,
  exchanges: connected,
  steps: steps(PASSED, connected),
  findings: [documentsWarning, ...quietFindings],
  decisions: challengeDecisions,
  tools: TOOLS,
  outcome: { ...run({}).outcome, summary: 'Connected: 4 tools in 0.6 s.' },
})
