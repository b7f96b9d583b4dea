/** What the relay tells about an answer, and the guards that hold it to that on arrival. */
export type RelayHeader = readonly [name: string, value: string]

/** Milliseconds of each phase; null where there was none. */
export type RelayTiming = {
  /** Null when the host is an address already. */
  readonly dns: number | null
  /** Null where the relay has no sockets and cannot tell. */
  readonly connect: number | null
  /** Null without TLS. */
  readonly tls: number | null
  /** From the finished connection to the head of the answer. */
  readonly firstByte: number
}

export type RelayHead = {
  readonly status: number
  readonly statusText: string
  /** As on the wire: order, repetition and case kept. Only Set-Cookie has its value withheld. */
  readonly headers: readonly RelayHeader[]
  /** Empty where the relay has no sockets, as the next one. */
  readonly httpVersion: string
  readonly remoteAddress: string
  readonly remotePort: number
  readonly timing: RelayTiming
}

export const RELAY_FAILURE_CODES = [
  'bad-url',
  'bad-scheme',
  'refused-address',
  'name-not-found',
  'connection-refused',
  'connection-reset',
  'tls',
  'timeout',
  'protocol',
  'aborted',
] as const

export type RelayFailureCode = (typeof RELAY_FAILURE_CODES)[number]

/** How an answer ended. `bytes` counts the body bytes that arrived, also those past a cut. */
export type RelayEnd =
  | { readonly kind: 'complete'; readonly bytes: number; readonly totalMs: number }
  | {
      readonly kind: 'truncated'
      readonly bytes: number
      readonly maximumBytes: number
      readonly totalMs: number
    }
  | {
      readonly kind: 'failed'
      readonly code: RelayFailureCode
      readonly message: string
      readonly bytes: number
      /** Null when the relay itself fell silent and could not say. */
      readonly totalMs: number | null
    }

export function isRelayHead(value: unknown): value is RelayHead {
  return (
    isRecord(value) &&
    typeof value['status'] === 'number' &&
    typeof value['statusText'] === 'string' &&
    Array.isArray(value['headers']) &&
    value['headers'].every(isRelayHeader) &&
    typeof value['httpVersion'] === 'string' &&
    typeof value['remoteAddress'] === 'string' &&
    typeof value['remotePort'] === 'number' &&
    isTiming(value['timing'])
  )
}

export function isRelayEnd(value: unknown): value is RelayEnd {
  if (!isRecord(value) || typeof value['bytes'] !== 'number') return false
  switch (value['kind']) {
    case 'complete':
      return typeof value['totalMs'] === 'number'
    case 'truncated':
      return typeof value['totalMs'] === 'number' && typeof value['maximumBytes'] === 'number'
    case 'failed':
      return isNumberOrNull(value['totalMs']) && isFailure(value)
    default:
      return false
  }
}

export function isRelayHeader(value: unknown): value is RelayHeader {
  return (
    Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
  )
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTiming(value: unknown): value is RelayTiming {
  return (
    isRecord(value) &&
    isNumberOrNull(value['dns']) &&
    isNumberOrNull(value['connect']) &&
    isNumberOrNull(value['tls']) &&
    typeof value['firstByte'] === 'number'
  )
}

function isFailure(value: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof value['message'] === 'string' &&
    RELAY_FAILURE_CODES.some((code) => code === value['code'])
  )
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || typeof value === 'number'
}
