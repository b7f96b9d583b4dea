/** A fault in a header value, with the place where it shows: offsets into the value, end exclusive. */
export type ChallengeFault = {
  readonly kind:
    | 'unquoted-value'
    | 'single-quotes'
    | 'unterminated-quote'
    | 'missing-comma'
    | 'duplicate-parameter'
    | 'space-around-equals'
    | 'missing-value'
    | 'bad-character'
    | 'missing-scheme'
  readonly span: readonly [from: number, to: number]
  readonly says: string
}

/** One auth-param. `name` is as written; compare without regard to case. */
export type ChallengeParameter = {
  readonly name: string
  readonly value: string
  readonly quoted: boolean
  readonly span: readonly [from: number, to: number]
}

/** One challenge of the header. `scheme` is as written. */
export type Challenge = {
  readonly scheme: string
  readonly token68?: string
  readonly parameters: readonly ChallengeParameter[]
  readonly span: readonly [from: number, to: number]
}

/** What one kind of client makes of the header: the Bearer parameters it would use. */
export type ClientReading =
  | { readonly kind: 'bearer'; readonly parameters: { readonly [name: string]: string } }
  | { readonly kind: 'none'; readonly why: string }

/** A WWW-Authenticate value, read whole (RFC 9110 section 11.6.1). */
export type ChallengeReading = {
  readonly raw: string
  readonly challenges: readonly Challenge[]
  readonly faults: readonly ChallengeFault[]
  /** A client that gives up on the whole header at the first fault. */
  readonly strict: ClientReading
  /** A client that reads what it can. */
  readonly lenient: ClientReading
}
