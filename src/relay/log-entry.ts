import type { RelayFailureCode, RelayFrame, RelayRefusal, RelayRequest } from './wire.ts'

/** One line of the log: who asked whom, and how it went. Of the request itself no more than its method. */
export type LogEntry = {
  /** ISO 8601. */
  readonly time: string
  readonly person: string | null
  readonly method: string | null
  /** The origin alone: a path or a query may hold a secret. */
  readonly target: string | null
  readonly status: number | null
  readonly bytes: number
  readonly ms: number
  /** Why the relay did not try. */
  readonly refusal: RelayRefusal['error'] | null
  /** Why there was no whole answer. */
  readonly failure: RelayFailureCode | null
}

export type Log = (entry: LogEntry) => void

/** What is known of a request when it comes. */
export type Arrival = { readonly at: number; readonly person: string | null }

export type Clock = () => number

/** The entry for a request that was turned away. */
export function toRefusedEntry(
  { at, person }: Arrival,
  { error }: RelayRefusal,
  now: Clock,
): LogEntry {
  return {
    time: new Date(at).toISOString(),
    person,
    method: null,
    target: null,
    status: null,
    bytes: 0,
    ms: now() - at,
    refusal: error,
    failure: null,
  }
}

export type Logging = {
  readonly arrival: Arrival
  readonly request: RelayRequest
  readonly log: Log
  readonly now: Clock
}

/** Passes an answer on, and notes how it went, also when nobody reads it to its end. */
export async function* logAnswer(
  frames: AsyncIterable<RelayFrame>,
  { arrival, request, log, now }: Logging,
): AsyncGenerator<RelayFrame, void, undefined> {
  let status: number | null = null
  let bytes = 0
  let failure: RelayFailureCode | null = 'aborted'
  try {
    for await (const frame of frames) {
      if (frame.kind === 'head') status = frame.head.status
      if (frame.kind === 'data') bytes += frame.data.length
      if (frame.kind === 'end') failure = frame.end.kind === 'failed' ? frame.end.code : null
      yield frame
    }
  } finally {
    const { at, person } = arrival
    const { method } = request
    const target = findOrigin(request.url)
    const time = new Date(at).toISOString()
    log({ time, person, method, target, status, bytes, ms: now() - at, refusal: null, failure })
  }
}

function findOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { origin } = new URL(url)
  return origin === 'null' ? null : origin
}
