import { buildBody, buildConfig, buildDocument, buildExchange } from './build-document.ts'
import type { RunDocument } from './document.ts'

const SECTION = {
  title: 'RFC 9728 §3.3',
  url: 'https://www.rfc-editor.org/rfc/rfc9728#section-3.3',
}

const WHOLE_CONFIG = buildConfig({
  scope: 'read write',
  resource: 'https://mcp.example/mcp',
  clientId: 'client',
  clientAuthentication: 'client_secret_basic',
  clientDocument: 'https://page.example/client.json',
  issuer: 'https://as.example',
  authorizationParameters: [['prompt', 'consent']],
  headerNames: ['X-Team'],
  call: { tool: 'echo', arguments: '{}' },
  stepUp: 'admin',
  also: ['refresh', 'step-up', 'revoke', 'survey'],
})

const ENDED = { endedAt: 2 }

const EXCHANGES: RunDocument['exchanges'] = [
  buildExchange({
    method: 'POST',
    headers: [['Accept', 'application/json']],
    body: '{}',
    outcome: {
      kind: 'response',
      ...ENDED,
      firstByteAt: 1.5,
      status: 401,
      headers: [['WWW-Authenticate', 'Bearer']],
      headersComplete: false,
      body: { ...buildBody('no'), cut: 'size' },
      finalUrl: 'https://mcp.example/mcp/',
    },
    ahead: { used: true },
    diagnostic: 'triage',
    after: 'e0',
  }),
  buildExchange({ id: 'e2', outcome: { kind: 'pending' } }),
  buildExchange({ id: 'e3', outcome: { kind: 'redirect-hidden', ...ENDED } }),
  buildExchange({
    id: 'e4',
    via: 'relay',
    outcome: { kind: 'unreadable', ...ENDED, message: 'no', reason: 'tls' },
  }),
  buildExchange({ id: 'e5', to: 'issuer', outcome: { kind: 'aborted', ...ENDED, by: 'timeout' } }),
  buildExchange({ id: 'e6', via: 'navigation', outcome: { kind: 'navigated', ...ENDED } }),
  buildExchange({ id: 'e7', to: 'page', outcome: { kind: 'opaque', ...ENDED } }),
]

const FINDING: RunDocument['findings'][number] = {
  rule: 'PRM-07',
  name: 'resource-is-the-url',
  title: 'The metadata names the URL that was asked for',
  step: 'resource-metadata',
  severity: 'error',
  verdict: 'fail',
  says: 'The metadata says its resource is https://a.example.',
  fix: 'Set "resource" to https://mcp.example/mcp.',
  culprit: 'server',
  evidence: [
    { exchange: 'e1', at: { part: 'url' } },
    { exchange: 'e1', at: { part: 'request-header', name: 'Accept' } },
    { exchange: 'e1', at: { part: 'request-body' } },
    { exchange: 'e1', at: { part: 'status' } },
    { exchange: 'e1', at: { part: 'response-header', name: 'WWW-Authenticate', span: [0, 6] } },
    { exchange: 'e1', at: { part: 'response-body', pointer: '/resource' } },
    { exchange: 'e1', at: { part: 'outcome' } },
  ],
  paste: { title: 'Metadata', text: '{}' },
  compare: [
    { label: 'Asked for', value: 'https://mcp.example/mcp' },
    { label: 'Named', value: 'https://a.example' },
  ],
  spec: [SECTION],
}

const TOOLS: RunDocument['tools'] = [
  { name: 'echo', title: 'Echo', description: 'Says it again' },
  { name: 'bare', title: null, description: null },
]

const CLIENT: RunDocument['clients'][number] = {
  id: 'chatgpt',
  name: 'ChatGPT',
  verdict: 'fails',
  step: 'resource-metadata',
  why: 'it compares the resource',
  exchange: 'e1',
  flip: 'name the URL',
  confidence: 'vendor-docs',
  asOf: '2026-08-01',
  seenIn: '2026-08',
}

/** A document in which every member that a document may have is there, and every case of every union. */
export function buildWholeDocument(): RunDocument {
  const plain = buildDocument()
  const steps: RunDocument['steps'] = (
    ['passed', 'failed', 'skipped', 'waiting', 'pending'] as const
  ).map((status) => ({
    id: 'challenge',
    title: 'Challenge',
    status,
    startedAt: null,
    endedAt: null,
    exchanges: ['e1'],
    summary: 'asked',
  }))
  return {
    ...plain,
    config: WHOLE_CONFIG,
    outcome: {
      ...plain.outcome,
      status: 'stopped',
      step: 'authorization',
      cause: 'PRM-07',
      fix: 'Change it.',
      culprit: 'person',
      canContinue: true,
      waiting: { on: 'authorization', url: 'https://as.example/authorize' },
    },
    steps,
    exchanges: EXCHANGES,
    findings: [
      FINDING,
      { ...FINDING, verdict: 'pass', fix: null, evidence: [], paste: null, compare: [], spec: [] },
    ],
    decisions: [
      {
        step: 'scope',
        exchange: 'e1',
        says: 'Asks for "read"',
        why: 'the challenge names it',
        spec: SECTION,
      },
      { step: 'scope', exchange: null, says: 'Asks for nothing', why: null, spec: null },
    ],
    tools: TOOLS,
    clients: [CLIENT],
    continued: ['PRM-07'],
    from: { run: 'run-0', step: 'scope' },
  }
}
