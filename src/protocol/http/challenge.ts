import { scanChallenges } from './challenge-scanner.ts'
import { isToken } from './challenge-text.ts'

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

/**
 * Reads a WWW-Authenticate value whole (RFC 9110 section 11.6.1): every challenge, every fault with its place, and
 * what two kinds of client make of it. Several header lines are read as one value joined with ", ". Never throws.
 * A parameter before any scheme belongs to a challenge whose scheme is an empty text.
 */
export function parseChallenges(value: string): ChallengeReading {
  const { challenges, faults } = scanChallenges(value)
  return {
    raw: value,
    challenges,
    faults,
    strict: readStrictly(value, challenges, faults),
    lenient: readLeniently(challenges),
  }
}

/** The first Bearer challenge, which is the one that clients use; undefined when there is none. */
export function findBearer(reading: ChallengeReading): Challenge | undefined {
  return firstBearer(reading.challenges)
}

/** The first value of a parameter, by name without regard to case. */
export function parameterOf(challenge: Challenge | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return challenge?.parameters.find((parameter) => parameter.name.toLowerCase() === wanted)?.value
}

/** Challenges of other schemes that carry the parameter, such as DPoP with `resource_metadata` (RFC 9728 section 5.1). */
export function parameterElsewhere(
  reading: ChallengeReading,
  name: string,
): readonly { readonly scheme: string; readonly value: string }[] {
  return reading.challenges.flatMap((challenge) => {
    const value = isBearer(challenge) ? undefined : parameterOf(challenge, name)
    return value === undefined ? [] : [{ scheme: challenge.scheme, value }]
  })
}

function isBearer(challenge: Challenge): boolean {
  return challenge.scheme.toLowerCase() === 'bearer'
}

function firstBearer(challenges: readonly Challenge[]): Challenge | undefined {
  return challenges.find(isBearer)
}

function readLeniently(challenges: readonly Challenge[]): ClientReading {
  const bearer = firstBearer(challenges)
  if (!bearer) return { kind: 'none', why: whyNoBearer(challenges) }
  const firstWins = bearer.parameters.toReversed()
  return { kind: 'bearer', parameters: toRecord(firstWins, (parameter) => parameter.value) }
}

/** As oauth4webapi reads: spaces around "=" and a missing comma pass, and of two equal parameters the last counts. */
function readStrictly(
  value: string,
  challenges: readonly Challenge[],
  faults: readonly ChallengeFault[],
): ClientReading {
  const fault = faults.find((candidate) => isFatal(value, candidate))
  if (fault) return { kind: 'none', why: `It gives up on the whole header. ${fault.says}` }
  const bearer = firstBearer(challenges)
  if (!bearer) return { kind: 'none', why: whyNoBearer(challenges) }
  return {
    kind: 'bearer',
    parameters: toRecord(bearer.parameters, (parameter) =>
      parameter.quoted ? parameter.value : toRawValue(value, parameter),
    ),
  }
}

function isFatal(value: string, fault: ChallengeFault): boolean {
  switch (fault.kind) {
    case 'duplicate-parameter':
    case 'space-around-equals':
    case 'missing-comma':
      return false
    case 'single-quotes':
      // A single quote is a legal character of a token, so 'abc' is one, quotes included.
      return !isToken(value.slice(...fault.span))
    case 'unquoted-value':
    case 'unterminated-quote':
    case 'missing-value':
    case 'bad-character':
    case 'missing-scheme':
      return true
  }
}

function toRawValue(text: string, parameter: ChallengeParameter): string {
  const whole = text.slice(...parameter.span)
  return whole.slice(whole.indexOf('=') + 1).trim()
}

function toRecord(
  parameters: readonly ChallengeParameter[],
  toValue: (parameter: ChallengeParameter) => string,
): { readonly [name: string]: string } {
  return Object.fromEntries(
    parameters.map((parameter) => [parameter.name.toLowerCase(), toValue(parameter)]),
  )
}

function whyNoBearer(challenges: readonly Challenge[]): string {
  if (challenges.length === 0) return 'The header holds no challenge.'
  const schemes = challenges.map((challenge) => challenge.scheme || 'a challenge without a scheme')
  const pointers = challenges.flatMap((challenge) => {
    const pointer = parameterOf(challenge, 'resource_metadata')
    if (pointer === undefined || challenge.scheme === '') return []
    return [` The resource_metadata "${pointer}" belongs to ${challenge.scheme}.`]
  })
  return `The header offers ${schemes.join(', ')} and no Bearer challenge.${pointers.join('')}`
}
