import { type Exchange, type StepId, answerOf } from '../http/exchange.ts'
import { parseJsonObject, stringMember } from '../http/json.ts'
import type { RunDocument } from '../run/document.ts'
import { type Difference, listed } from './difference.ts'

/** How a run came by its client id. */
export type RegistrationKind =
  | 'dynamic registration'
  | 'a client metadata document'
  | 'a client id that was known beforehand'

/** What a run asked an authorization server for, and what it got. Undefined is what it did not come to. */
export type Grants = {
  readonly asked: readonly string[] | undefined
  readonly granted: readonly string[] | undefined
  readonly registration: RegistrationKind | undefined
}

export function grantsOf({ exchanges }: RunDocument): Grants {
  const own = exchanges.filter(({ diagnostic }) => diagnostic === undefined)
  const asking = own.findLast(({ step }) => step === 'authorization') ?? tokenOf(own)
  const parameters = asking && parametersOf(asking)
  const asked = parameters && cut(parameters.get('scope') ?? '')
  const answer = parseJsonObject(answerOf(tokenOf(own))?.body.text ?? '')
  const isGranted = typeof answer?.['access_token'] === 'string'
  // RFC 6749 section 5.1: an answer that names no scope grants what was asked for.
  const named = isGranted ? stringMember(answer, 'scope') : undefined
  return {
    asked,
    granted: isGranted ? (named === undefined ? asked : cut(named)) : undefined,
    registration: parameters && registrationOf(own, parameters),
  }
}

function tokenOf(exchanges: readonly Exchange[]): Exchange | undefined {
  return exchanges.findLast(({ step }) => step === 'token')
}

function parametersOf({ request }: Exchange): URLSearchParams {
  if (request.method === 'POST') return new URLSearchParams(request.body?.text ?? '')
  return URL.canParse(request.url) ? new URL(request.url).searchParams : new URLSearchParams()
}

function cut(scope: string): readonly string[] {
  return scope.split(' ').filter((each) => each !== '')
}

function registrationOf(
  exchanges: readonly Exchange[],
  parameters: URLSearchParams,
): RegistrationKind {
  const isPost = ({ step, request }: Exchange) =>
    step === 'registration' && request.method === 'POST'
  if (exchanges.some(isPost)) return 'dynamic registration'
  return /^https?:\/\//.test(parameters.get('client_id') ?? '')
    ? 'a client metadata document'
    : 'a client id that was known beforehand'
}

/** Other scopes, asked for or granted, and another way to a client id, where both runs came to it. */
export function compareGrants(before: Grants, after: Grants): readonly Difference[] {
  return [
    ...compareRegistration(before.registration, after.registration),
    ...compareScopes('asked', { before: before.asked, after: after.asked }),
    ...compareScopes('granted', { before: before.granted, after: after.granted }),
  ]
}

function compareRegistration(
  before: RegistrationKind | undefined,
  after: RegistrationKind | undefined,
): readonly Difference[] {
  if (before === undefined || after === undefined || before === after) return []
  const says = `The client id came from ${before} before and comes from ${after} now.`
  return [{ kind: 'registration', step: 'registration', subject: 'client id', before, after, says }]
}

type Scopes = Grants['asked']

const WORDS = {
  asked: { step: 'scope', verb: 'asks for', past: 'asked for' },
  granted: { step: 'token', verb: 'is granted', past: 'was granted' },
} as const satisfies Record<string, { step: StepId; verb: string; past: string }>

function compareScopes(
  subject: keyof typeof WORDS,
  { before, after }: { readonly before: Scopes; readonly after: Scopes },
): readonly Difference[] {
  if (before === undefined || after === undefined || isSameSet(before, after)) return []
  const { step, verb, past } = WORDS[subject]
  const says = `The walk ${past} ${sayScopes(before)} before and ${verb} ${sayScopes(after)} now.`
  return [{ kind: 'scope', step, subject, before: before.join(' '), after: after.join(' '), says }]
}

function isSameSet(before: readonly string[], after: readonly string[]): boolean {
  const one = new Set(before)
  const other = new Set(after)
  return one.size === other.size && [...one].every((each) => other.has(each))
}

function sayScopes(scopes: readonly string[]): string {
  return scopes.length === 0 ? 'no scope' : listed(scopes)
}
