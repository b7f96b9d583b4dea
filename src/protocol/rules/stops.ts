import { type Exchange, answerOf } from '../http/exchange.ts'
import { parseJsonObject, stringMember } from '../http/json.ts'
import { endpointOf } from '../http/readability.ts'
import { fitsIssuer, fitsResource } from '../run/behaviour/comparison.ts'
import type { ClientProfile } from '../run/client.ts'
import type { FlowErrorCode } from '../run/events.ts'
import type { Policy } from '../run/policy.ts'
import type { Fail, Rule } from '../run/rule.ts'
import { type Run, findExchange } from '../run/run.ts'
import { isUnreadPointerTheRoot } from './chl/unread-pointer.ts'
import { EXPLAINED_BY } from './explained-by.ts'
import { type Failure, failures, isAstray, namesOtherIssuer } from './failures.ts'
import { wasRepeated } from './net/ended-without-answer.ts'
import { policyOf } from './policy-of.ts'
import { findAnswered, originalOf } from './record.ts'
import { exchangesTheCode } from './tok/exchanges-the-code.ts'
import { authorizationError, tokenError } from './tok/oauth-error.ts'
import { answersIn } from './trn/answer-has-the-id.ts'
import { isMislabelled } from './trn/mislabelled.ts'

/** What may go wrong in any step: a rule explains it only by an exchange of the very attempt. */
const ANYWHERE: ReadonlySet<FlowErrorCode> = new Set([
  'unreachable',
  'timeout',
  'redirected',
  'unexpected-status',
  'bad-mcp-answer',
])

/** Families that look at every step: such a rule explains a failed step only by an exchange of that step. */
const LOOKS_EVERYWHERE = /^(?:NET|CORS|RED|TRN)-/

/** Checks that some clients do not make, or make in another way; a rule does not stop those. */
const UNCHECKED: { readonly [rule: string]: (policy: Policy, run: Run) => boolean } = {
  'PRM-04': (policy) => policy.resourceCheck === 'none' || policy.withoutResource === 'no-document',
  'PRM-07': toleratesResource,
  'PRM-11': (policy, run) => namesOtherIssuer(run) && toleratesIssuer(policy, run),
  'PRM-08': toleratesResource,
  'ASM-03': toleratesIssuer,
  'ASM-09': (policy) => policy.pkceCheck === 'if-there' || policy.pkceCheck === 'none',
  'ASM-10': (policy) => policy.pkceCheck === 'must-be-there' || policy.pkceCheck === 'none',
  'ISS-04': (policy) => policy.issCheck === 'none',
  'ISS-05': (policy) => policy.issCheck === 'none',
}

/** Why some clients drop resource metadata, and take the MCP server for its own issuer. */
const DROPPING: ReadonlySet<string> = new Set(['PRM-04', 'PRM-07', 'PRM-08'])

type Failing = {
  readonly rule: Rule
  readonly verdict: Fail
  readonly run: Run
  readonly client: ClientProfile
}

/** Whether a failing rule ends this client's walk. */
export function stopsHere({ rule, verdict, run, client }: Failing): boolean {
  const policy = policyOf(run, client)
  if (isAskedLater(rule.id, policy, run)) return false
  if (policy.refusesAt.includes(rule.id)) return true
  if (DROPPING.has(rule.id) && !run.facts.resourceMetadata?.found) return isAstray(run)
  if (UNCHECKED[rule.id]?.(policy, run)) return false
  const codes = codesExplainedBy(rule.id)
  if (codes.length === 0 || ALWAYS.has(rule.id)) return true
  if (!hasFittingError(rule.id, run, client) || isPassedOver({ rule, verdict, run, client }))
    return false
  return failures(run).some(
    (failure) => codes.includes(failure.code) && isAbout({ rule, verdict, run, client }, failure),
  )
}

/** Some clients look at what is offered only once they are registered. */
function isAskedLater(id: string, { checksOffersLate }: Policy, run: Run): boolean {
  const isOffer = id === 'ASM-07' || id === 'ASM-10'
  return isOffer && checksOffersLate && !run.steps.registration.result
}

/** The rules that can end the walk as it stands: while no step has failed, those that explain a failure cannot. */
export function candidatesOf(run: Run, rules: readonly Rule[]): readonly Rule[] {
  if (failures(run).length > 0) return rules
  return rules.filter(({ id }) => ALWAYS.has(id) || !EXPLAINING.has(id))
}

const EXPLAINING: ReadonlySet<string> = new Set(Object.values(EXPLAINED_BY).flat())

/** Rules that forbid a client to go on and explain a failed step as well. */
const ALWAYS: ReadonlySet<string> = new Set([
  'ASM-11',
  'SEC-20',
  'VER-01',
  'AUR-02',
  'AUR-03',
  'AUR-04',
  'ISS-04',
  'ISS-05',
])

/** Findings that explain a refusal only when the authorization server named one of these errors. */
const ONLY_FOR: { readonly [rule: string]: readonly string[] } = {
  'CHL-07': ['invalid_scope'],
  'ASM-07': ['unsupported_response_type'],
  'ASM-08': ['unsupported_response_type', 'unsupported_grant_type'],
  'ASM-16': ['invalid_client', 'unauthorized_client'],
}

function hasFittingError(id: string, run: Run, client: ClientProfile): boolean {
  if (id === 'ASM-20') return !wasAnsweredInOAuth(run)
  if (id === 'CHL-04' || id === 'CHL-05') return isUnreadPointerTheRoot(run)
  if (id === 'CHL-07' && run.facts.scope?.from !== 'challenge') return false
  // A refusal that can be read is the cause, whatever form it came in.
  if (id === 'TOK-04') return exchangesTheCode.check(run, client).kind !== 'fail'
  const wanted = ONLY_FOR[id]
  const error = (tokenError(run) ?? authorizationError(run, client))?.error
  return wanted === undefined || (error !== undefined && wanted.includes(error))
}

/** A guessed endpoint that answers with an OAuth error was guessed right: the error itself is the cause. */
function wasAnsweredInOAuth(run: Run): boolean {
  return failures(run).some(({ exchange }) => {
    const body = answerOf(findExchange(run, exchange))?.body.text ?? ''
    return stringMember(parseJsonObject(body), 'error') !== undefined
  })
}

/** What the walk got over all the same, so that the end has another reason. */
function isPassedOver({ rule, verdict, run }: Failing): boolean {
  const [{ exchange }] = verdict.evidence
  if (rule.id === 'RED-01') return isFollowedRedirect(verdict, run)
  if (rule.id === 'TRN-02') return isMislabelled(run, verdict)
  if (rule.id !== 'NET-04') return false
  // A stream that did not end held an answer all the same, to another id.
  const seen = findAnswered(run, exchange)
  return seen !== undefined && answersIn(seen).length > 0
}

/** A redirect of metadata that was followed: what it led to says why there is none. */
function isFollowedRedirect(verdict: Fail, run: Run): boolean {
  if (verdict.evidence[0].at.part === 'outcome') return false
  return failures(run).every(({ code }) => code.endsWith('-metadata'))
}

function codesExplainedBy(id: string): readonly FlowErrorCode[] {
  const codes = Object.keys(EXPLAINED_BY).filter(isCode)
  return codes.filter((code) => EXPLAINED_BY[code].includes(id))
}

function isCode(text: string): text is FlowErrorCode {
  return text in EXPLAINED_BY
}

function isAbout({ rule, verdict, run }: Failing, failure: Failure): boolean {
  const shown = verdict.evidence.flatMap(({ exchange }) => findExchange(run, exchange) ?? [])
  // What a page may not read or send is no root where the relay has tried it too.
  if (rule.id.startsWith('CORS') && shown.some((each) => wasRepeated(run, each))) return false
  const local = shown.filter((exchange) => exchange.step === failure.step)
  if (failure.code === 'unsafe-to-send') {
    return rule.id === 'CORS-09' || shown.some(({ diagnostic }) => diagnostic === 'readable')
  }
  const failed = findExchange(run, failure.exchange)
  // The relay sends no Origin.
  if (rule.id === 'ORG-02' && failed?.via === 'relay') return false
  if (!ANYWHERE.has(failure.code)) return !LOOKS_EVERYWHERE.test(rule.id) || local.length > 0
  if (failed === undefined) return local.length > 0
  return local.some((exchange) => isSameEnd(run, exchange, failed))
}

/** One attempt, or for a page that went on alone the same endpoint: it may have asked there more than once. */
function isSameEnd(run: Run, shown: Exchange, failed: Exchange): boolean {
  if (originalOf(run, shown).id === originalOf(run, failed).id) return true
  return failed.via === 'direct' && endpointOf(shown.request.url) === endpointOf(failed.request.url)
}

function toleratesResource(policy: Policy, run: Run): boolean {
  const { resourceCheck, resourceMismatch, withoutResource } = policy
  const seen = run.facts.resourceMetadata
  if (withoutResource === 'no-document' && seen?.found === undefined) return true
  if (resourceMismatch === 'abort-late' && !run.steps['server-metadata'].result) return true
  // The rules themselves know what an exact client takes.
  if (resourceCheck === 'exact' || !seen?.found) return false
  const { resource, found } = seen
  return fitsResource(resourceCheck, { resource, place: found.place, server: run.config.server })
}

function toleratesIssuer(policy: Policy, run: Run): boolean {
  const { serverMetadata, issuer } = run.facts
  if (!serverMetadata?.found) return false
  const check = issuer?.from === 'origin' ? policy.originIssuerCheck : policy.issuerCheck
  const named = stringMember(serverMetadata.found.document, 'issuer')
  const seen = { issuer: named, expected: serverMetadata.issuer }
  return fitsIssuer(check, seen, policy.takesMissingIssuer)
}
