import type { Exchange, ExchangeId, StepId } from '../http/exchange.ts'
import { STEP_IDS, answerOf } from '../http/exchange.ts'
import { parseJsonObject, stringMember } from '../http/json.ts'
import { endpointOf } from '../http/readability.ts'
import { fitsIssuer, fitsResource } from '../run/behaviour/comparison.ts'
import type { ClientProfile } from '../run/client.ts'
import type { FlowErrorCode } from '../run/events.ts'
import type { Policy } from '../run/policy.ts'
import type { Fail, Rule } from '../run/rule.ts'
import { type Run, findExchange } from '../run/run.ts'
import { isUnreadPointerTheRoot } from './chl/unread-pointer.ts'
import { wasRepeated } from './net/ended-without-answer.ts'
import { policyOf } from './policy-of.ts'
import { issuerEntryFault } from './prm/issuer-entry.ts'
import { originalOf } from './record.ts'
import { exchangesTheCode } from './tok/exchanges-the-code.ts'
import { authorizationError, tokenError } from './tok/oauth-error.ts'

/** What only concerns pages. */
const PAGE_RULES = [
  'CORS-01',
  'CORS-04',
  'CORS-05',
  'CORS-06',
  'CORS-07',
  'CORS-08',
  'CORS-09',
  'CORS-10',
] as const

/** What concerns the way to a host. */
const NETWORK_RULES = ['NET-01', 'NET-02', 'NET-03', 'NET-04', 'NET-05', 'NET-06'] as const

/**
 * Why a step can fail, and the rules that name the root of it. Such a rule ends a walk only when a step failed that
 * way: a page may be unable to read an answer, say, and the walk goes on through the relay all the same. The other
 * rules with `stops` forbid a client to go on, whatever the walk could do.
 */
export const EXPLAINED_BY: { readonly [code in FlowErrorCode]: readonly string[] } = {
  unreachable: ['RED-01', 'ORG-02', ...PAGE_RULES, ...NETWORK_RULES],
  timeout: ['NET-03', 'NET-04'],
  'not-streamable-http': ['TRN-20'],
  'unexpected-status': ['CHL-01', 'ORG-02', 'ERR-02', 'NET-04'],
  redirected: ['CHL-01', 'RED-01'],
  'no-resource-metadata': [
    'CHL-02',
    'CHL-03',
    'CHL-04',
    'CHL-05',
    'CHL-12',
    'PRM-01',
    'PRM-03',
    'PRM-16',
    'CORS-02',
    'CORS-08',
    'RED-01',
    ...NETWORK_RULES,
  ],
  'no-issuer': ['PRM-01', 'PRM-11'],
  'no-server-metadata': ['PRM-11', 'ASM-01', 'ASM-02', 'CORS-08', 'RED-01', ...NETWORK_RULES],
  'no-endpoint': ['ASM-20', 'ASM-06'],
  'unsafe-url': ['CHL-12', 'PRM-05', 'PRM-11', 'ASM-05', 'ASM-11', 'SEC-20'],
  'registration-refused': [
    'ASM-20',
    'DCR-01',
    'DCR-02',
    'DCR-04',
    'DCR-06',
    'DCR-20',
    'DCR-21',
    'RED-01',
    'NET-04',
  ],
  'no-client': ['ASM-20', 'ASM-14'],
  'issuer-changed': ['REG-04'],
  'authorization-refused': ['CHL-07', 'ASM-07', 'ASM-08', 'AUR-02', 'CIMD-09', 'RES-05', 'AUZ-20'],
  'bad-callback': ['AUR-02', 'AUR-03', 'AUR-04', 'ISS-04', 'ISS-05'],
  'no-code': ['ASM-20', 'AUR-03'],
  'token-refused': ['ASM-08', 'ASM-16', 'CIMD-09', 'RES-05', 'TOK-04', 'TOK-20', 'REF-20'],
  'bad-token-answer': ['ASM-20', 'TOK-02', 'TOK-04', 'TOK-05', 'RED-01', 'NET-04', 'REF-20'],
  'token-rejected': ['AUD-02', 'SCO-15', 'USE-05'],
  'insufficient-scope': ['SCO-09', 'SCO-12', 'SCO-20'],
  'too-many-authorizations': ['SCO-12'],
  'bad-mcp-answer': [
    'TRN-02',
    'TRN-06',
    'VER-01',
    'INI-01',
    'TLI-01',
    'CORS-03',
    'TRN-21',
    'RED-01',
    'NET-04',
  ],
  'no-refresh-token': ['REF-05'],
  'no-revocation-endpoint': ['ASM-30'],
  'bad-key': ['REG-20'],
  'unsafe-to-send': ['CORS-09', 'RED-01', 'NET-03'],
  defect: ['DBG-01'],
}

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

type Failing = {
  readonly rule: Rule
  readonly verdict: Fail
  readonly run: Run
  readonly client: ClientProfile
}

/** Whether a failing rule ends this client's walk. */
export function stopsHere({ rule, verdict, run, client }: Failing): boolean {
  const policy = policyOf(run, client)
  if (policy.refusesAt.includes(rule.id)) return true
  if (UNCHECKED[rule.id]?.(policy, run)) return false
  const codes = codesExplainedBy(rule.id)
  if (codes.length === 0 || ALWAYS.has(rule.id)) return true
  if (!hasFittingError(rule.id, run, client) || isFollowedRedirect(rule, verdict, run)) return false
  return failures(run).some(
    (failure) => codes.includes(failure.code) && isAbout({ rule, verdict, run, client }, failure),
  )
}

/** The rules that can end the walk as it stands: while no step has failed, those that explain a failure cannot. */
export function candidatesOf(run: Run, rules: readonly Rule[]): readonly Rule[] {
  if (failures(run).length > 0) return rules
  return rules.filter(({ id }) => ALWAYS.has(id) || !EXPLAINING.has(id))
}

const EXPLAINING: ReadonlySet<string> = new Set(Object.values(EXPLAINED_BY).flat())

/** An entry of `authorization_servers` that is no issuer led to metadata, which cannot be that of the entry. */
function namesOtherIssuer(run: Run): boolean {
  const { found, issuer } = run.facts.serverMetadata ?? {}
  if (found === undefined || issuerEntryFault(run) === undefined) return false
  return stringMember(found.document, 'issuer') !== issuer
}

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

/** A redirect of metadata that was followed: what it led to says why there is none. */
function isFollowedRedirect(rule: Rule, verdict: Fail, run: Run): boolean {
  if (rule.id !== 'RED-01' || verdict.evidence[0].at.part === 'outcome') return false
  return failures(run).every(({ code }) => code.endsWith('-metadata'))
}

function codesExplainedBy(id: string): readonly FlowErrorCode[] {
  const codes = Object.keys(EXPLAINED_BY).filter(isCode)
  return codes.filter((code) => EXPLAINED_BY[code].includes(id))
}

function isCode(text: string): text is FlowErrorCode {
  return text in EXPLAINED_BY
}

type Failure = {
  readonly step: StepId
  readonly code: FlowErrorCode
  readonly exchange?: ExchangeId
}

/** Where the walk could not go on: failed steps, steps that need the person, and steps that found nothing to go on with. */
function failures(run: Run): readonly Failure[] {
  return STEP_IDS.flatMap((step): readonly Failure[] => {
    const result = run.steps[step].result
    if (result?.kind === 'failed') {
      const { code, exchange } = result.error
      return [{ step, code, ...(exchange !== undefined && { exchange }) }]
    }
    if (result?.kind === 'waiting' && result.on === 'person') {
      return [{ step, code: result.need.field === 'issuer' ? 'no-issuer' : 'no-client' }]
    }
    const code = result?.kind === 'done' ? lackAfter(run, step) : undefined
    return code === undefined ? [] : [{ step, code }]
  })
}

/** What a step that looks for documents did not find, although the walk cannot do without it. */
function lackAfter(run: Run, step: StepId): FlowErrorCode | undefined {
  const { challenge, issuer, resourceMetadata, serverMetadata } = run.facts
  if (step === 'resource-metadata' && challenge?.required && issuer === undefined) {
    return resourceMetadata?.found ? 'no-issuer' : 'no-resource-metadata'
  }
  if (step !== 'server-metadata' || serverMetadata === undefined || serverMetadata.guessed) {
    return undefined
  }
  if (serverMetadata.found === undefined || namesOtherIssuer(run)) return 'no-server-metadata'
  const { authorizationEndpoint, tokenEndpoint } = serverMetadata
  const lacksPage = run.config.grant === 'authorization_code' && authorizationEndpoint === undefined
  return lacksPage || tokenEndpoint === undefined ? 'no-endpoint' : undefined
}

function isAbout({ rule, verdict, run }: Failing, failure: Failure): boolean {
  const shown = verdict.evidence.flatMap(({ exchange }) => findExchange(run, exchange) ?? [])
  // What a page may not read is no root where the relay has read it.
  const [first] = shown
  if (rule.id.startsWith('CORS') && first && wasRepeated(run, first)) return false
  const local = shown.filter((exchange) => exchange.step === failure.step)
  if (failure.code === 'unsafe-to-send') {
    return rule.id === 'CORS-09' || shown.some(({ diagnostic }) => diagnostic === 'readable')
  }
  if (!ANYWHERE.has(failure.code)) return !LOOKS_EVERYWHERE.test(rule.id) || local.length > 0
  const failed = findExchange(run, failure.exchange)
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
