import { exchange, finding, run, steps } from './builders.ts'
import {
  MCP_HEADERS,
  challengeDecisions,
  discovery,
  documentsWarning,
  quietFindings,
  slashFinding,
} from './discovery.ts'

/** Stopped at the server metadata: the issuer has one slash too many. */
export const SLASH_RUN = run({
  outcome: {
    status: 'failed',
    step: 'server-metadata',
    cause: 'ASM-03',
    summary: 'The issuer is not the one the resource names: one slash apart.',
    fix: slashFinding.fix,
    culprit: 'issuer',
    canContinue: true,
    waiting: null,
  },
  exchanges: discovery,
  steps: steps(
    {
      challenge: ['passed', '401, Bearer, scope named'],
      'resource-metadata': ['passed', 'from the challenge'],
      'server-metadata': ['failed', 'issuer differs by one slash'],
    },
    discovery,
  ),
  findings: [documentsWarning, slashFinding, ...quietFindings],
  decisions: challengeDecisions,
})

const blocked = [
  exchange(1, {
    at: 0,
    took: 38,
    method: 'POST',
    headers: MCP_HEADERS,
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}',
    outcome: (endedAt) => ({ kind: 'unreadable', endedAt, message: 'Failed to fetch' }),
  }),
  exchange(2, {
    at: 40,
    took: 51,
    method: 'OPTIONS',
    via: 'relay',
    diagnostic: 'triage',
    after: 'e1',
    purpose: 'Triage: the preflight as the browser would send it',
    headers: [
      ['Origin', 'http://localhost:4280'],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'content-type,mcp-method,mcp-protocol-version'],
    ],
    status: 405,
    answerHeaders: [
      ['Allow', 'GET, POST'],
      ['Content-Length', '0'],
    ],
  }),
  exchange(3, {
    at: 41,
    took: 77,
    method: 'POST',
    via: 'relay',
    after: 'e1',
    headers: MCP_HEADERS,
    body: '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}',
    status: 401,
    answerHeaders: [
      ['Content-Type', 'application/json'],
      ['WWW-Authenticate', 'Bearer resource_metadata=https://tools.acme.example/prm'],
    ],
    answer: '{"error":"invalid_token"}',
  }),
  exchange(4, {
    at: 120,
    took: 31,
    via: 'relay',
    step: 'resource-metadata',
    purpose: 'Resource metadata at the address that the challenge names',
    url: 'https://tools.acme.example/prm',
    outcome: (endedAt) => ({
      kind: 'unreadable',
      endedAt,
      message: 'connect ECONNREFUSED 192.0.2.7:443',
      reason: 'connection-refused',
    }),
  }),
]

/** No page may read the server; the relay then finds a fault in the challenge and a host that is down. */
export const BLOCKED_RUN = run({
  exchanges: blocked,
  steps: steps(
    {
      challenge: ['passed', '401 through the relay'],
      'resource-metadata': ['failed', 'connection refused'],
    },
    blocked,
  ),
  outcome: {
    status: 'failed',
    step: 'resource-metadata',
    cause: 'NET-02',
    summary:
      'Nothing listens at https://tools.acme.example/prm, where the challenge says the metadata is.',
    fix: 'Serve the resource metadata at that address, or name the right one in the challenge.',
    culprit: 'server',
    canContinue: false,
    waiting: null,
  },
  findings: [
    finding({
      rule: 'NET-02',
      title: 'The host answers',
      step: 'resource-metadata',
      culprit: 'server',
      says: 'The connection to tools.acme.example was refused.',
      evidence: [{ exchange: 'e4', at: { part: 'outcome' } }],
    }),
    finding({
      rule: 'CORS-01',
      title: 'The preflight is answered',
      step: 'challenge',
      severity: 'warning',
      culprit: 'server',
      says: 'The server answers OPTIONS with 405, so no page can send the request that follows.',
      fix: 'Answer OPTIONS with 204 and the headers below.',
      paste: {
        title: 'Headers of the answer to OPTIONS',
        text: 'Access-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: POST, GET, DELETE\nAccess-Control-Allow-Headers: authorization, content-type, mcp-protocol-version, mcp-method, mcp-name, mcp-session-id',
      },
      evidence: [
        { exchange: 'e2', at: { part: 'status' } },
        { exchange: 'e1', at: { part: 'outcome' } },
      ],
    }),
    finding({
      rule: 'CHL-05',
      title: 'Values with a colon are quoted',
      step: 'challenge',
      severity: 'error',
      culprit: 'server',
      says: 'resource_metadata is not quoted, so strict clients drop the whole header.',
      fix: 'Put the URL in double quotes.',
      evidence: [
        {
          exchange: 'e3',
          at: { part: 'response-header', name: 'WWW-Authenticate', span: [25, 55] },
        },
      ],
    }),
  ],
  decisions: [],
})
