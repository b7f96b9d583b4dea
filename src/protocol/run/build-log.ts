import type { Exchange, Outcome, StepId } from '../http/exchange.ts'
import { buildConfig, buildExchange } from './build-document.ts'
import type { RunConfig } from './config.ts'
import type { RunEvent, StepResult } from './events.ts'
import type { AuthorizationFact, ClientIdentity, Facts } from './facts.ts'

/** For tests: the facts of a first contact that asks for a token. */
export const CHALLENGE = {
  challenge: { exchange: 'e1', status: 401, required: true, header: 'absent' },
} as const

type Timeless<Event = RunEvent> = Event extends RunEvent ? Omit<Event, 'at'> : never

/** A log for tests, written as one tells it. Each event comes one millisecond after the one before. */
export type LogWriter = {
  readonly events: readonly RunEvent[]
  start(step: StepId): LogWriter
  settle(step: StepId, result: StepResult): LogWriter
  /** A step that starts and ends well with these facts. */
  done(step: StepId, facts?: Partial<Facts>): LogWriter
  fail(step: StepId): LogWriter
  /** A request that leaves, and its answer if there is one. */
  ask(step: StepId, id: string, change?: Partial<Exchange>): LogWriter
  /** Any other event. */
  add(event: Timeless): LogWriter
}

/** Writes a log for tests. */
export function writeLog(config: Partial<RunConfig> = {}): LogWriter {
  const events: RunEvent[] = [
    { type: 'run-started', at: 0, run: 'run-1', config: buildConfig(config) },
  ]
  const put = (event: RunEvent): LogWriter => {
    events.push(event)
    return writer
  }
  const at = (): number => events.length
  const writer: LogWriter = {
    events,
    start: (step) => put({ type: 'step-started', at: at(), step }),
    settle: (step, result) => put({ type: 'step-settled', at: at(), step, result }),
    done: (step, facts = {}) =>
      writer.start(step).settle(step, { kind: 'done', says: `${step} done`, facts }),
    fail: (step) => writer.start(step).settle(step, { kind: 'failed', error: ERROR, facts: {} }),
    ask(step, id, { outcome, ...change } = {}) {
      const about = { ...change, id, step, startedAt: at() }
      const exchange = { ...buildExchange(), ...about, outcome: PENDING }
      put({ type: 'exchange-started', at: at(), exchange })
      return outcome ? put({ type: 'exchange-settled', at: at(), id, outcome }) : writer
    },
    add: (event) => put({ ...event, at: at() }),
  }
  return writer
}

const PENDING: Outcome = { kind: 'pending' }
const ERROR = { code: 'timeout', message: 'Too late.' } as const

/** An answer with a body for tests. */
export function buildAnswer(text = '{}', status = 200): Outcome {
  const body = { text, bytes: text.length }
  return { kind: 'response', endedAt: 0, status, headers: [], headersComplete: true, body }
}

/** What an authorization request leaves in the facts, for tests. */
export function buildAuthorization(change: Partial<AuthorizationFact> = {}): AuthorizationFact {
  return {
    url: 'https://issuer.example/authorize?client_id=c',
    exchange: 'e9',
    state: 's',
    verifier: 'v',
    codeChallenge: 'h',
    issuer: 'https://issuer.example',
    clientId: 'c',
    redirectUri: 'https://page.example/callback.html',
    scope: 'tools',
    ...change,
  }
}

/** A client for tests. */
export function buildIdentity(change: Partial<ClientIdentity> = {}): ClientIdentity {
  return {
    issuer: 'https://issuer.example',
    kind: 'dynamic',
    clientId: 'c',
    authentication: 'none',
    redirectUri: 'https://page.example/callback.html',
    ...change,
  }
}
