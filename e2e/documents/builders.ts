import type {
  DocumentFinding,
  DocumentStep,
  Exchange,
  Outcome,
  RunDocument,
  StepId,
  StepStatus,
} from '../../src/protocol/index.ts'

/** What runs made by hand are put together from, so that a spec opens exactly the state that it is about. */

export const START = Date.UTC(2026, 8, 1, 9, 30)
export const SERVER = 'https://tools.acme.example/mcp'
export const ISSUER = 'https://auth.acme.example'

type ExchangeChange = Partial<Omit<Exchange, 'request' | 'startedAt' | 'outcome'>> & {
  readonly at: number
  readonly took: number
  readonly method?: string
  readonly url?: string
  readonly headers?: Exchange['request']['headers']
  readonly body?: string
  readonly status?: number
  readonly answer?: string
  readonly answerHeaders?: Exchange['request']['headers']
  readonly outcome?: (endedAt: number) => Outcome
}

export function exchange(number: number, change: ExchangeChange): Exchange {
  const { at, took, method = 'GET', url = SERVER, headers = [], body, status = 200 } = change
  const { answer = '', answerHeaders = JSON_TYPE, outcome, ...rest } = change
  const endedAt = START + at + took
  const { id, step, purpose, to, via, ahead, diagnostic, after } = rest
  return {
    id: id ?? `e${number}`,
    step: step ?? 'challenge',
    purpose: purpose ?? 'First contact, without a token',
    to: to ?? 'server',
    via: via ?? 'direct',
    startedAt: START + at,
    request: { method, url, headers, body: body === undefined ? null : toBody(body) },
    outcome: outcome?.(endedAt) ?? {
      kind: 'response',
      firstByteAt: endedAt - took / 5,
      endedAt,
      status,
      headers: answerHeaders,
      headersComplete: (via ?? 'direct') === 'relay',
      body: toBody(answer),
    },
    ...(ahead && { ahead }),
    ...(diagnostic && { diagnostic }),
    ...(after !== undefined && { after }),
  }
}

const JSON_TYPE = [['content-type', 'application/json']] as const

function toBody(text: string) {
  return { text, bytes: new TextEncoder().encode(text).length }
}

export const TITLES: readonly (readonly [id: StepId, title: string, plan: string])[] = [
  ['challenge', 'Challenge', 'would ask without a token'],
  ['resource-metadata', 'Resource metadata', 'would look for the metadata'],
  ['server-metadata', 'Server metadata', 'would look at the issuer'],
  ['scope', 'Scope', 'would ask for files:read'],
  ['registration', 'Registration', 'would register as a client'],
  ['authorization', 'Authorization', 'would send you to sign in'],
  ['callback', 'Callback', 'would check state and iss'],
  ['token', 'Token', 'would exchange the code'],
  ['session', 'Session', 'would find the era'],
  ['tools', 'Tools', 'would list the tools'],
  ['refresh', 'Refresh', 'would refresh the token'],
  ['step-up', 'Step-up', 'would ask for more scopes'],
  ['revoke', 'Revoke', 'would revoke the token'],
  ['probes', 'Negative tests', 'would try what must fail'],
]

export type Walked = { readonly [step in StepId]?: readonly [status: StepStatus, summary: string] }

export function steps(walked: Walked, exchanges: readonly Exchange[]): readonly DocumentStep[] {
  return TITLES.map(([id, title, plan]) => {
    const [status, summary] = walked[id] ?? ['pending', plan]
    const own = exchanges.filter(({ step }) => step === id)
    const ends = own.map(({ outcome }) => (outcome.kind === 'pending' ? START : outcome.endedAt))
    const walkedAt = status === 'pending' || own.length === 0
    return {
      id,
      title,
      status,
      startedAt: walkedAt ? null : Math.min(...own.map(({ startedAt }) => startedAt)),
      endedAt: walkedAt || status === 'running' ? null : Math.max(...ends),
      exchanges: own.map((entry) => entry.id),
      summary,
    }
  })
}

export function finding(change: Partial<DocumentFinding>): DocumentFinding {
  return {
    rule: 'ASM-03',
    name: 'issuer-is-the-identifier',
    title: 'The issuer is the identifier that led to the metadata',
    step: 'server-metadata',
    severity: 'error',
    verdict: 'fail',
    says: '',
    fix: null,
    culprit: 'issuer',
    evidence: [],
    paste: null,
    compare: [],
    spec: [],
    ...change,
  }
}

export function run(change: Partial<RunDocument>): RunDocument {
  return {
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'mcp-flow-debugger', version: '0.1.0' },
    id: '0f6b1c1e-0000-4000-8000-000000000001',
    startedAt: START,
    endedAt: START + 300,
    config: {
      server: SERVER,
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
      summary: 'Connected: 12 tools in 1.2 s.',
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
