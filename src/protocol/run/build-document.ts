import type { Body, Exchange, HeaderList, Outcome } from '../http/exchange.ts'
import { type RunConfig, DEFAULT_CONFIG } from './config.ts'
import type { RunDocument } from './document.ts'

/** A configuration for tests. */
export function buildConfig(change: Partial<RunConfig> = {}): RunConfig {
  return {
    ...DEFAULT_CONFIG,
    server: 'https://mcp.example/mcp',
    redirectUri: 'https://page.example/callback.html',
    clientUri: 'https://page.example/',
    ...change,
  }
}

/** A body for tests. */
export function buildBody(text: string): Body {
  return { text, bytes: text.length }
}

/** An exchange in few words: what a test does not name has the value of a plain answered GET. */
export type ExchangeChange = Partial<Omit<Exchange, 'request' | 'outcome'>> & {
  readonly method?: string
  readonly url?: string
  readonly headers?: HeaderList
  readonly body?: string
  readonly answer?: string
  readonly answerHeaders?: HeaderList
  readonly outcome?: Outcome
}

/** An exchange for tests. */
export function buildExchange(change: ExchangeChange = {}): Exchange {
  const { method, url, headers, body, answer, answerHeaders, outcome, ...rest } = change
  return {
    id: 'e1',
    step: 'challenge',
    purpose: 'First contact without a token',
    to: 'server',
    via: 'direct',
    startedAt: 1,
    ...rest,
    request: {
      method: method ?? 'GET',
      url: url ?? 'https://mcp.example/mcp',
      headers: headers ?? [],
      body: body === undefined ? null : buildBody(body),
    },
    outcome: outcome ?? {
      kind: 'response',
      endedAt: 2,
      status: 200,
      headers: answerHeaders ?? [],
      headersComplete: true,
      body: buildBody(answer ?? ''),
    },
  }
}

/** A document for tests: one step, one exchange, nothing found. */
export function buildDocument(change: Partial<RunDocument> = {}): RunDocument {
  return {
    format: 'mcp-flow-run',
    version: 1,
    app: { name: 'mcp-flow-debugger', version: '0.1.0' },
    id: 'run-1',
    startedAt: 1,
    endedAt: 2,
    config: buildConfig(),
    revision: '2026-07-28',
    outcome: {
      status: 'passed',
      step: null,
      cause: null,
      summary: 'The tools were listed.',
      fix: null,
      culprit: null,
      canContinue: false,
      waiting: null,
    },
    steps: [
      {
        id: 'challenge',
        title: 'Challenge',
        status: 'passed',
        startedAt: 1,
        endedAt: 2,
        exchanges: ['e1'],
        summary: 'answers without a token',
      },
    ],
    exchanges: [buildExchange()],
    findings: [],
    decisions: [],
    tools: [],
    clients: [],
    continued: [],
    from: null,
    ...change,
  }
}
