import { STEP_IDS, type StepId } from '../http/exchange.ts'
import { gate } from '../rules/judge.ts'
import type { ClientProfile } from '../run/client.ts'
import type { Policy } from '../run/policy.ts'
import type { Run } from '../run/run.ts'
import type { Replay } from './replay.ts'

/** What is foretold of one client. */
export type Judged = {
  readonly verdict: 'works' | 'fails' | 'unknown'
  readonly step: StepId | null
  readonly why: string
  readonly exchange: string | null
  /** The behaviour that decides, where one does. */
  readonly field: keyof Policy | null
}

/** What a client's walk over the evidence comes to. */
export function conclude(
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

/** What followed the token is in the run itself: there this client may refuse what the run took. */
function stricter(run: Run, profile: ClientProfile): Judged | undefined {
  const stop = gate(run, profile, [])
  if (stop?.verdict.kind !== 'fail') return undefined
  const { says, evidence } = stop.verdict
  return failed(run, { step: stop.rule.step, why: says, exchange: evidence[0].exchange })
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
