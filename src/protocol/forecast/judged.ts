import { FIELD_WORDS } from '../clients/profiles.ts'
import { STEP_IDS, type StepId, answerOf } from '../http/exchange.ts'
import { stringsMember } from '../http/json.ts'
import type { Ask } from '../http/wire.ts'
import { gate } from '../rules/judge.ts'
import { newestFor, policyOf } from '../run/behaviour/client-policy.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'
import { inEraOf, remarkOnVersions } from './eras.ts'
import type { Evidence } from './record.ts'
import { type Replay, replay, stopOf } from './replay.ts'

/** What is foretold of one client. */
export type Judged = {
  readonly verdict: 'works' | 'fails' | 'unknown'
  readonly step: StepId | null
  readonly why: string
  readonly exchange: string | null
  /** The behaviour that decides, where one does. */
  readonly field: keyof Policy | null
}

/** Checks that a client might make where no source tells, each as strict as it could be. */
const STRICT: Partial<Policy> = {
  resourceCheck: 'exact',
  issuerCheck: 'exact',
  originIssuerCheck: 'exact',
  takesMissingIssuer: false,
  pkceCheck: 'must-list',
  issCheck: 'compare',
}

/** What a client might do otherwise where no source tells, and when that can matter to one that gets in. */
const OTHERWISE: Partial<Policy> = {
  unusableMetadata: 'abort',
  takes403: 'never',
  metadataFault: 'abort',
  addsOpenidScopes: true,
  noScope: 'empty',
  sendsResource: 'never',
}

const MATTERS: { readonly [field: string]: (walked: Run) => boolean } = {
  metadataFault: ({ exchanges }) =>
    exchanges.some(
      (each) => each.step.endsWith('-metadata') && (answerOf(each)?.status ?? 0) >= 500,
    ),
  unusableMetadata: ({ facts }) =>
    facts.serverMetadata?.found?.url !== facts.serverMetadata?.looked[0]?.url,
  takes403: ({ facts }) => facts.challenge?.status === 403,
  addsOpenidScopes: ({ facts }) =>
    stringsMember(facts.serverMetadata?.found?.document, 'scopes_supported')?.includes('openid') ??
    false,
  noScope: ({ facts }) => !facts.scope?.asked,
}

/** What a client might fall back on where no source tells. */
const RESOURCEFUL: Partial<Policy> = {
  originAsIssuer: 'origin',
  defaultEndpoints: 'server',
  issuers: 'each',
}

/** Lets a client walk over the evidence, also as it might be where nobody knows; what hangs on that is unknown. */
export async function judge(evidence: Evidence, profile: ClientProfile): Promise<Judged> {
  if (profile.differs.discovery === null) return nobodyKnows(['discovery'])
  const walked = await walk(evidence, profile)
  const plain = conclude(evidence.run, walked, profile)
  if (plain.verdict === 'unknown') return plain
  const decisive =
    plain.verdict === 'works'
      ? (decisiveCheck(walked, profile) ??
        (await decisiveWay(evidence, profile, { plain, ways: OTHERWISE, walked })))
      : await decisiveWay(evidence, profile, { plain, ways: RESOURCEFUL, walked })
  return decisive ? nobodyKnows([decisive], plain) : withVersions(evidence.run, profile, plain)
}

/** A check that nobody knows of, and that would end this walk. */
function decisiveCheck({ run }: Replay, profile: ClientProfile): keyof Policy | undefined {
  const open = openFields(STRICT, profile)
  if (open.length === 0 || !stopOf(run, differing(profile, STRICT, open))) return undefined
  return open.find((field) => stopOf(run, differing(profile, STRICT, [field]))) ?? open[0]
}

type Ways = { readonly plain: Judged; readonly walked: Replay; readonly ways: Partial<Policy> }

/** A way that nobody knows of, and with which the walk would end otherwise. */
async function decisiveWay(
  evidence: Evidence,
  profile: ClientProfile,
  { plain, walked, ways }: Ways,
): Promise<keyof Policy | undefined> {
  const open = openFields(ways, profile).filter((field) => MATTERS[field]?.(walked.run) ?? true)
  for (const field of open) {
    const other = await walk(evidence, differing(profile, ways, [field]))
    if (conclude(evidence.run, other, profile).verdict !== plain.verdict) return field
  }
  return undefined
}

function openFields(
  policy: Partial<Policy>,
  { differs }: ClientProfile,
): readonly (keyof Policy)[] {
  return Object.keys(policy)
    .filter(isField)
    .filter((field) => differs[field] === null)
}

function differing(
  profile: ClientProfile,
  policy: Partial<Policy>,
  fields: readonly string[],
): ClientProfile {
  return { ...profile, differs: { ...profile.differs, ...only(policy, fields) } }
}

function only(policy: Partial<Policy>, fields: readonly string[]): Partial<Policy> {
  return Object.fromEntries(Object.entries(policy).filter(([field]) => fields.includes(field)))
}

function isField(name: string): name is keyof Policy {
  return name in FIELD_WORDS
}

/** What a client lacks to go on; one that fails might still fall back on what no source tells. */
export async function lacks(evidence: Evidence, profile: ClientProfile): Promise<readonly Ask[]> {
  const walked = await walk(evidence, profile)
  if (conclude(evidence.run, walked, profile).verdict !== 'fails') return askOf(walked)
  const others = openFields(RESOURCEFUL, profile).map((field) =>
    walk(evidence, differing(profile, RESOURCEFUL, [field])),
  )
  return (await Promise.all(others)).flatMap(askOf)
}

function askOf({ stop, missing }: Replay): readonly Ask[] {
  return stop || !missing?.ask ? [] : [missing.ask]
}

function walk(evidence: Evidence, profile: ClientProfile): Promise<Replay> {
  const { run } = evidence
  const { revision } = run.config
  const policy = policyOf(profile, revision === 'auto' ? newestFor(profile) : revision)
  return replay(evidence, { profile, policy: inEraOf(run, policy) })
}

function withVersions(run: Run, profile: ClientProfile, judged: Judged): Judged {
  const remark = judged.verdict === 'works' ? remarkOnVersions(run, profile) : undefined
  if (!remark) return judged
  if (remark.verdict === 'works') return { ...judged, why: `${judged.why} ${remark.says}` }
  return {
    ...judged,
    verdict: remark.verdict,
    why: remark.says,
    step: 'session',
    field: 'versions',
  }
}

/** What followed the token is in the run itself: there this client may refuse what the run took. */
function stricter(run: Run, profile: ClientProfile): Judged | undefined {
  const stop = gate(run, profile, [])
  if (stop?.verdict.kind !== 'fail') return undefined
  const { says, evidence } = stop.verdict
  return failed(run, { step: stop.rule.step, why: says, exchange: evidence[0].exchange })
}

function conclude(
  evidence: Run,
  { run, arrived, stop, missing }: Replay,
  profile: ClientProfile,
): Judged {
  const at = arrived ? null : stepOf(run)
  if (stop?.verdict.kind === 'fail') {
    const { says, evidence } = stop.verdict
    return failed(run, { step: stop.rule.step, why: says, exchange: evidence[0].exchange })
  }
  if (missing !== undefined) {
    return {
      verdict: 'unknown',
      step: at,
      why: `${pastStop(evidence, at)}It makes a request that this run did not: ${missing.says}.`,
      exchange: null,
      field: null,
    }
  }
  if (arrived) return stricter(evidence, profile) ?? worked(run, evidence)
  const result = at === null ? undefined : run.steps[at].result
  if (result?.kind === 'failed') {
    const { message, exchange } = result.error
    return failed(run, { step: at, why: message, exchange: exchange ?? null })
  }
  const needs = result?.kind === 'waiting' && result.on === 'person' ? result.need.says : null
  return failed(run, { step: at, why: needs ?? 'It does not come to the tools.', exchange: null })
}

/** A client that comes further than the run itself. */
function pastStop({ facts, stopped }: Run, at: StepId | null): string {
  if (facts.tools || !stopped || at === null) return ''
  const isFurther = STEP_IDS.indexOf(at) > STEP_IDS.indexOf(stopped.step)
  return isFurther ? `It goes on past ${stopped.step}, where this run stopped. ` : ''
}

/** Where a walk ended: the step that failed or waits, or the one that was to come next. */
function stepOf(run: Run): StepId | null {
  const ended = STEP_IDS.find((id) => {
    const { result } = run.steps[id]
    if (result?.kind === 'waiting') return result.on === 'person' || run.arrival === undefined
    return result === undefined || result.kind === 'failed'
  })
  return ended ?? null
}

function failed(run: Run, end: Pick<Judged, 'step' | 'why' | 'exchange'>): Judged {
  const isHidden = run.facts.challenge?.header === 'hidden'
  const isDiscovery = end.step === 'resource-metadata' || end.step === 'server-metadata'
  if (isHidden && isDiscovery) {
    const why =
      'This page may not read the challenge, which might lead it further; walk through the relay.'
    return {
      verdict: 'unknown',
      step: end.step,
      why,
      exchange: run.facts.challenge?.exchange ?? null,
      field: null,
    }
  }
  return { ...end, verdict: 'fails', field: (end.step && FIELD_OF[end.step]) ?? null }
}

function worked(run: Run, { facts: { tools } }: Run): Judged {
  return {
    verdict: 'works',
    step: null,
    why: wayOf(run),
    exchange: tools?.exchanges[0] ?? null,
    field: null,
  }
}

function wayOf({ facts }: Run): string {
  const { issuer, clientIdentity, scope, tokens } = facts
  if (!tokens || !issuer) return 'The server asks for no token.'
  const named = {
    'resource-metadata': 'named by the resource metadata',
    origin: "on the MCP server's origin",
    person: 'that you chose',
  } as const
  const kind = {
    'pre-registered': 'with a client id given by hand',
    'client-document': 'by its metadata document',
    dynamic: 'by dynamic registration',
  } as const
  const client = clientIdentity ? `, is known there ${kind[clientIdentity.kind]}` : ''
  return `It finds ${issuer.issuer} ${named[issuer.from]}${client}, and asks for ${scope?.asked || 'no scope'}: this run did the same and listed the tools.`
}

function nobodyKnows(fields: readonly (keyof Policy)[], plain?: Judged): Judged {
  const words = fields.map((field) => FIELD_WORDS[field]).join(', ')
  const decides = plain ? ', and here that decides' : ''
  return {
    verdict: 'unknown',
    step: plain?.step ?? null,
    why: `No source tells ${words}${decides}.`,
    exchange: plain?.exchange ?? null,
    field: fields[0] ?? null,
  }
}

/** The behaviour that an end at a step rests on. */
const FIELD_OF: { readonly [step in StepId]?: keyof Policy } = {
  challenge: 'discovery',
  'resource-metadata': 'discovery',
  'server-metadata': 'discovery',
  scope: 'scopeFrom',
  registration: 'registration',
  callback: 'issCheck',
}
