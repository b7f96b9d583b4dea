import type { HeaderList, NetworkReason } from './exchange.ts'

/** One request for the relay to make. `timeout` in milliseconds. */
export type RelayRequest = {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: string | null
  readonly timeout: number
  readonly maximumBytes: number
}

/** What the relay brought back: all headers, and the body as it arrives. The iteration throws when it breaks. */
export type RelayAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: HeaderList
      readonly body: AsyncIterable<Uint8Array>
    }
  | { readonly kind: 'failed'; readonly reason: NetworkReason; readonly message: string }

/** The relay as the core sees it. Rejects only when the signal aborts. */
export type RelayPort = (request: RelayRequest, signal: AbortSignal) => Promise<RelayAnswer>

/** What the core is handed to reach the world. */
export type Ports = {
  /** The page's own fetch: a browser's rules apply to it. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Absent on a hosted page without relay. */
  readonly relay?: RelayPort
  /** The origin that the browser puts into the Origin header. */
  readonly pageOrigin: string
  /** Epoch milliseconds with fractions. */
  now(): number
}

/** Bodies are read up to this many bytes and then cut with a note. */
export const MAXIMUM_BODY_BYTES = 2 * 1024 * 1024
