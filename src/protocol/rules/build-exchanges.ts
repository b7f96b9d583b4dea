import type { Body, Diagnostic, Exchange, HeaderList, Outcome, StepId } from '../http/exchange.ts'
import type { Json } from '../http/json.ts'
import { PAGE, SERVER } from './healthy-exchanges.ts'

/** What a test changes in one exchange. `header` adds or replaces, `headers` replaces all. */
export type ExchangeChange = {
  readonly method?: string
  readonly url?: string
  readonly via?: Exchange['via']
  readonly purpose?: string
  readonly after?: string
  readonly diagnostic?: Diagnostic
  readonly sent?: { readonly [name: string]: string | null }
  readonly sentBody?: string
  readonly status?: number
  readonly header?: { readonly [name: string]: string | null }
  readonly headers?: HeaderList
  readonly headersComplete?: boolean
  readonly json?: Json
  readonly text?: string
  readonly cut?: NonNullable<Body['cut']>
  readonly finalUrl?: string
  /** An end without a readable answer. */
  readonly outcome?: Outcome
}

/** One more exchange, beside the healthy ones. */
export type MoreExchange = ExchangeChange & { readonly id: string; readonly step: StepId }

/** One exchange of a test's run, settled. `at` is when it began. */
export function toExchange(
  { id, step }: { readonly id: string; readonly step: StepId },
  change: ExchangeChange,
  at: number,
): Exchange {
  const url = change.url ?? SERVER
  return {
    id,
    step,
    purpose: change.purpose ?? `Test exchange ${id}`,
    to: partyOf(url),
    via: change.via ?? 'relay',
    startedAt: at,
    request: {
      method: change.method ?? 'GET',
      url,
      headers: toHeaders(change.sent ?? {}),
      body: change.sentBody === undefined ? null : toBody(change.sentBody),
    },
    outcome: change.outcome ?? toOutcome(change, at),
    ...(change.diagnostic && { diagnostic: change.diagnostic }),
    ...(change.after && { after: change.after }),
  }
}

function toOutcome(change: ExchangeChange, at: number): Outcome {
  if (change.via === 'navigation') return { kind: 'navigated', endedAt: at + 5 }
  const text = change.text ?? (change.json === undefined ? '' : JSON.stringify(change.json))
  return {
    kind: 'response',
    endedAt: at + 5,
    status: change.status ?? 200,
    headers: change.headers ?? headersOf(change),
    headersComplete: change.headersComplete ?? (change.via ?? 'relay') === 'relay',
    body: { ...toBody(text), ...(change.cut && { cut: change.cut }) },
    ...(change.finalUrl && { finalUrl: change.finalUrl }),
  }
}

function headersOf(change: ExchangeChange): HeaderList {
  const type = change.json === undefined ? {} : { 'content-type': 'application/json' }
  return toHeaders({ ...type, ...change.header })
}

function toHeaders(headers: { readonly [name: string]: string | null }): HeaderList {
  return Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
}

function toBody(text: string): Body {
  return { text, bytes: new TextEncoder().encode(text).length }
}

function partyOf(url: string): Exchange['to'] {
  if (url.startsWith(PAGE)) return 'page'
  return url.startsWith('https://mcp.example') ? 'server' : 'issuer'
}
