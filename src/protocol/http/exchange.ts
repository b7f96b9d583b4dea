/** The steps of the walk by their fixed ids, in the order in which a run shows them. */
export const STEP_IDS = [
  'challenge',
  'resource-metadata',
  'server-metadata',
  'scope',
  'registration',
  'authorization',
  'callback',
  'token',
  'session',
  'tools',
  'refresh',
  'step-up',
  'revoke',
  'probes',
] as const

/** One step's id. The ids are part of the run document and never change. */
export type StepId = (typeof STEP_IDS)[number]

/** The name of one exchange inside its run: `e1`, `e2`, in the order in which they began. */
export type ExchangeId = string

/** Headers as ordered pairs. A name may come more than once and keeps the case it arrived in. */
export type HeaderList = readonly (readonly [name: string, value: string])[]

/** Who is spoken to. `page` is this application itself (its callback, its own metadata document). */
export type Party = 'server' | 'issuer' | 'page'

/** How an exchange travelled. A `navigation` is made by the browser's address bar, not by fetch. */
export type Via = 'direct' | 'relay' | 'navigation'

/**
 * A body as text: UTF-8, with replacement characters where the bytes were no UTF-8.
 * `bytes` is what arrived (before a cut, as far as it was read). `cut` says why the text is not whole:
 * `size` past the limit, `answered` a stream left once it had given its answer, `failed` the connection
 * broke in the middle, `timeout` time ran out in the middle, `stopped` the walk was stopped in the middle.
 */
export type Body = {
  readonly text: string
  readonly bytes: number
  readonly cut?: 'size' | 'answered' | 'failed' | 'timeout' | 'stopped'
}

/** One request as it left. */
export type WireRequest = {
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body: Body | null
}

/**
 * Why a request that the relay was to make got no answer. A browser's own fetch never tells. `relay`: the relay is at
 * fault; `relay-refused`: it did not want to, as the token is wrong or too much was asked.
 */
export type NetworkReason =
  | 'bad-url'
  | 'bad-scheme'
  | 'refused-address'
  | 'name-not-found'
  | 'connection-refused'
  | 'connection-reset'
  | 'tls'
  | 'timeout'
  | 'protocol'
  | 'relay'
  | 'relay-refused'

/**
 * How an exchange ended. Times are epoch milliseconds with fractions. Aborted by the `walk`: it was asked ahead of
 * its turn, its turn did not come, and the walk went on without waiting for it.
 * `headersComplete` is false for a direct cross-origin response: a header that is missing there may only be hidden.
 */
export type Outcome =
  | { readonly kind: 'pending' }
  | {
      readonly kind: 'response'
      readonly endedAt: number
      readonly firstByteAt?: number
      readonly status: number
      readonly headers: HeaderList
      readonly headersComplete: boolean
      readonly body: Body
      /** Where the answer came from when the browser followed redirects on its own. */
      readonly finalUrl?: string
    }
  | { readonly kind: 'redirect-hidden'; readonly endedAt: number }
  | {
      readonly kind: 'unreadable'
      readonly endedAt: number
      readonly message: string
      readonly reason?: NetworkReason
    }
  | { readonly kind: 'aborted'; readonly endedAt: number; readonly by: 'user' | 'timeout' | 'walk' }
  /** A navigation that left the page and came back, or arrived at the page. */
  | { readonly kind: 'navigated'; readonly endedAt: number }
  /** Resolved, but `no-cors` hides everything: proof that the host answers, and nothing else. */
  | { readonly kind: 'opaque'; readonly endedAt: number }

/** An answer that can be read. */
export type ResponseOutcome = Extract<Outcome, { kind: 'response' }>

/**
 * Why a request was made that no client on this walk would have made:
 * `triage` finds out why an answer was unreadable, `readable` asks without side effects whether an endpoint's
 * answers can be read, `probe` is a negative test, `survey` is what other clients would ask.
 */
export type Diagnostic = 'triage' | 'readable' | 'probe' | 'survey'

/** One request and what became of it. */
export type Exchange = {
  readonly id: ExchangeId
  readonly step: StepId
  /** A short phrase in the reader's words: "Resource metadata at the path-specific address". */
  readonly purpose: string
  readonly to: Party
  readonly via: Via
  readonly startedAt: number
  readonly request: WireRequest
  readonly outcome: Outcome
  /** Asked before its turn to save a round trip; `used` tells whether its turn ever came. */
  readonly ahead?: { readonly used: boolean }
  readonly diagnostic?: Diagnostic
  /** The direct attempt that this exchange repeats through the relay, or the hop that this one follows. */
  readonly after?: ExchangeId
}

/** The first value of a header, by name without regard to case. */
export function findHeader(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1]
}

/** All values of a header joined with ", " as a fetch would show them, or undefined when there is none. */
export function joinHeader(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase()
  const values = headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value)
  return values.length > 0 ? values.join(', ') : undefined
}

/** The media type of a Content-Type value without parameters, in lower case: `application/json`. */
export function mediaType(headers: HeaderList): string | undefined {
  const value = findHeader(headers, 'content-type')
  return value?.split(';', 1)[0]?.trim().toLowerCase()
}

/** True for `application/json` and any `application/…+json`. */
export function isJsonType(type: string | undefined): boolean {
  return type !== undefined && /^application\/(?:[a-z0-9.!#$&^_-]+\+)?json$/.test(type)
}

/** When an exchange ended, or undefined while it is pending. */
export function endedAt(exchange: Exchange): number | undefined {
  return exchange.outcome.kind === 'pending' ? undefined : exchange.outcome.endedAt
}

/** The readable answer of an exchange, or undefined. */
export function answerOf(exchange: Exchange | undefined): ResponseOutcome | undefined {
  return exchange?.outcome.kind === 'response' ? exchange.outcome : undefined
}
