/**
 * The contract between the relay and the page. It knows neither Node nor the DOM, so both sides
 * compile it. A page posts one `RelayRequest` as JSON with the secret in `RELAY_SECRET_HEADER`.
 * A request that may not pass gets a plain HTTP status with a `RelayRefusal` as JSON; everything
 * else gets HTTP 200 and a stream of frames that `readFrames` decodes.
 *
 * A frame is one byte for its kind, four bytes for the length (big-endian), and the payload.
 */
import type { RelayEnd, RelayFailureCode, RelayHead, RelayHeader } from './answer.ts'
import { isRelayEnd, isRelayHead } from './answer.ts'

export type { RelayEnd, RelayFailureCode, RelayHead, RelayHeader, RelayTiming } from './answer.ts'

export type RelayRequest = {
  readonly method: string
  readonly url: string
  readonly headers: readonly RelayHeader[]
  readonly body: string | null
  readonly bodyEncoding: 'utf8' | 'base64'
  /** Milliseconds from arrival at the relay to the last byte of the answer. */
  readonly timeout: number
  readonly maximumBytes: number
}

/**
 * Why the relay did not even try. A `bad-request` also proves that the secret was right, and so do
 * `over-limit` and `too-busy`, which alone name the seconds to wait.
 */
export type RelayRefusal = {
  readonly error:
    | 'wrong-host'
    | 'foreign-origin'
    | 'wrong-method'
    | 'missing-secret'
    | 'wrong-secret'
    | 'over-limit'
    | 'too-busy'
    | 'too-large'
    | 'bad-request'
    | 'forbidden-header'
  readonly message: string
  readonly retryAfter?: number
}

export type RelayFrame =
  | { readonly kind: 'head'; readonly head: RelayHead }
  | { readonly kind: 'data'; readonly data: Uint8Array }
  | { readonly kind: 'end'; readonly end: RelayEnd }

export const RELAY_SECRET_HEADER = 'x-flow-relay'
export const RELAY_CONTENT_TYPE = 'application/vnd.mcp-flow-relay'

/** Sizes in bytes, times in milliseconds. A wish above a maximum is lowered to it. */
export const RELAY_LIMITS = {
  requestBytes: 2 * 1024 * 1024,
  answerBytes: 2 * 1024 * 1024,
  maximumAnswerBytes: 16 * 1024 * 1024,
  timeout: 15_000,
  maximumTimeout: 120_000,
} as const

/** The limits of one relay. */
export type RelayLimits = Readonly<Record<keyof typeof RELAY_LIMITS, number>>

const KIND_BYTES = { head: 1, data: 2, end: 3 } as const
const PREFIX_BYTES = 5

export function encodeFrame(frame: RelayFrame): Uint8Array {
  const payload = toPayload(frame)
  const bytes = new Uint8Array(PREFIX_BYTES + payload.length)
  bytes[0] = KIND_BYTES[frame.kind]
  new DataView(bytes.buffer).setUint32(1, payload.length)
  bytes.set(payload, PREFIX_BYTES)
  return bytes
}

function toPayload(frame: RelayFrame): Uint8Array {
  switch (frame.kind) {
    case 'head':
      return new TextEncoder().encode(JSON.stringify(frame.head))
    case 'data':
      return frame.data
    case 'end':
      return new TextEncoder().encode(JSON.stringify(frame.end))
  }
}

/**
 * Decodes frames however the chunks were cut. The last frame is always an `end`: when the stream
 * stops early or is no relay's, one is made that says so. What the source throws is passed on.
 */
export async function* readFrames(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<RelayFrame, void, undefined> {
  let held: Uint8Array = new Uint8Array(0)
  let bytes = 0
  for await (const chunk of chunks) {
    held = join(held, chunk)
    for (let taken = takeFrame(held); taken !== 'more'; taken = takeFrame(held)) {
      if (taken === 'foreign') {
        yield brokenEnd('protocol', 'The answer is not that of a relay.', bytes)
        return
      }
      held = taken.rest
      if (taken.frame.kind === 'data') bytes += taken.frame.data.length
      yield taken.frame
      if (taken.frame.kind === 'end') return
    }
  }
  yield brokenEnd('aborted', 'The relay fell silent before the end of its answer.', bytes)
}

type Taken = { readonly frame: RelayFrame; readonly rest: Uint8Array }

function takeFrame(held: Uint8Array): Taken | 'more' | 'foreign' {
  const kind = held[0]
  if (kind === undefined) return 'more'
  if (kind < KIND_BYTES.head || kind > KIND_BYTES.end) return 'foreign'
  if (held.length < PREFIX_BYTES) return 'more'
  const length = new DataView(held.buffer, held.byteOffset).getUint32(1)
  if (length > RELAY_LIMITS.maximumAnswerBytes) return 'foreign'
  if (held.length < PREFIX_BYTES + length) return 'more'
  const frame = parseFrame(kind, new Uint8Array(held.subarray(PREFIX_BYTES, PREFIX_BYTES + length)))
  return frame === undefined ? 'foreign' : { frame, rest: held.subarray(PREFIX_BYTES + length) }
}

function parseFrame(kind: number, payload: Uint8Array): RelayFrame | undefined {
  if (kind === KIND_BYTES.data) return { kind: 'data', data: payload }
  const value = parseJson(payload)
  if (kind === KIND_BYTES.head)
    return isRelayHead(value) ? { kind: 'head', head: value } : undefined
  return isRelayEnd(value) ? { kind: 'end', end: value } : undefined
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload))
  } catch {
    return undefined
  }
}

function brokenEnd(code: RelayFailureCode, message: string, bytes: number): RelayFrame {
  return { kind: 'end', end: { kind: 'failed', code, message, bytes, totalMs: null } }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
