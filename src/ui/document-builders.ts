import type {
  DocumentFinding,
  Exchange,
  Outcome,
  ResponseOutcome,
  RunDocument,
} from '../protocol/index.ts'

/** Builders of test data: each gives a plain value, and the test names only what it is about. */

const START = 1_760_000_000_000

export function aResponse(
  change: Partial<Omit<ResponseOutcome, 'body'>> & { body?: string } = {},
): Outcome {
  const { body = '{}', ...rest } = change
  return {
    kind: 'response',
    endedAt: START + 80,
    status: 200,
    headers: [['content-type', 'application/json']],
    headersComplete: true,
    body: { text: body, bytes: body.length },
    ...rest,
  }
}

export function anExchange(
  change: Partial<Omit<Exchange, 'request'>> & {
    method?: string
    url?: string
    headers?: Exchange['request']['headers']
    body?: string
  } = {},
): Exchange {
  const { method = 'GET', url = 'https://tools.example/mcp', headers = [], body, ...rest } = change
  return {
    id: 'e1',
    step: 'challenge',
    purpose: 'First contact',
    to: 'server',
    via: 'direct',
    startedAt: START,
    request: {
      method,
      url,
      headers,
      body: body === undefined ? null : { text: body, bytes: body.length },
    },
    outcome: aResponse(),
    ...rest,
  }
}

export function aFinding(change: Partial<DocumentFinding> = {}): DocumentFinding {
  return {
    rule: 'CHL-01',
    name: 'challenge-is-there',
    title: 'A 401 carries a challenge',
    step: 'challenge',
    severity: 'error',
    verdict: 'fail',
    says: 'The 401 has no challenge.',
    fix: 'Send a WWW-Authenticate header.',
    culprit: 'server',
    evidence: [{ exchange: 'e1', at: { part: 'status' } }],
    paste: null,
    compare: [],
    spec: [],
    ...change,
  }
}

export function aRun(change: Partial<RunDocument> = {}): RunDocument {
  return {
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'mcp-flow-debugger', version: '0.1.0' },
    id: 'run-1',
    startedAt: START,
    endedAt: START + 1000,
    config: {
      server: 'https://tools.example/mcp',
      revision: 'auto',
      client: 'spec',
      transport: 'auto',
      pace: 'together',
      grant: 'authorization_code',
      authorizationBy: 'same-tab',
      redirectUri: 'http://localhost:4280/callback.html',
      clientUri: 'http://localhost:4280/',
      timeout: 15_000,
      also: [],
    },
    revision: '2026-07-28',
    outcome: {
      status: 'passed',
      step: 'tools',
      cause: null,
      summary: 'Connected: 2 tools in 1.0 s.',
      fix: null,
      culprit: null,
      canContinue: false,
      waiting: null,
    },
    steps: [],
    exchanges: [],
    findings: [],
    decisions: [],
    tools: [],
    clients: [],
    continued: [],
    from: null,
    ...change,
  }
}
