import type { Ask } from '../http/wire.ts'
import { STOPPING, gate } from '../rules/judge.ts'
import { followingPosts } from '../run/behaviour/redirects.ts'
import type { ClientProfile } from '../run/client.ts'
import type { RunEvent, StepResult } from '../run/events.ts'
import { nextStep } from '../run/next-step.ts'
import type { Policy } from '../run/policy.ts'
import type { Finding } from '../run/rule.ts'
import { type Run, followRun } from '../run/run.ts'
import type { Step, StepContext } from '../run/step.ts'
import { STEPS } from '../steps/index.ts'
import { comeBack } from './come-back.ts'
import { type Evidence } from './record.ts'
import { NotRecorded, createReplayWire } from './replay-wire.ts'

/** A walk of a client over a record: how far it came, and what ended it. */
export type Replay = {
  readonly run: Run
  /** It has come to the tools, or to the token that brought them. */
  readonly arrived: boolean
  /** The rule that ends this client's walk. */
  readonly stop?: Finding
  /** What it would ask that the run did not. */
  readonly missing?: Missing
}

/** A request that a run never made: in words, and itself where it is not one of the browser's address bar. */
export type Missing = { readonly says: string; readonly ask?: Ask }

/** Who walks: a profile, and the policy that stands for it. */
export type Walker = { readonly profile: ClientProfile; readonly policy: Policy }

/** What a page may read is of no concern to these clients. */
const RULES = STOPPING.filter(({ id }) => !id.startsWith('CORS-'))

type Walked = {
  readonly log: ReturnType<typeof followRun>
  readonly walker: Walker
  readonly evidence: Evidence
}

const MOST_STEPS = 24

/** Lets a client walk over the evidence with the very steps and rules of a walk. Nothing is sent. */
export async function replay(evidence: Evidence, walker: Walker): Promise<Replay> {
  const log = followRun(startOf(evidence, walker.profile))
  const walked = { log, walker, evidence }
  const wire = createReplayWire(evidence, log)
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const run = log.run()
    const step = nextStep(run, STEPS)
    if (!step || isSettled(evidence.run, run, walker.policy)) break
    const result = await resultOf(step, contextOf({ run, walker, wire }))
    if (result.kind === 'missing') return ended(walked, result.missing)
    log.add({ type: 'step-settled', at: run.endedAt, step: step.id, result })
    if (result.kind === 'failed') break
    if (result.kind !== 'waiting') continue
    if (result.on === 'person') break
    const arrival = comeBack(evidence.run, log.run())
    if (typeof arrival === 'string') return ended(walked, { says: arrival })
    log.add(arrival)
  }
  return ended(walked)
}

/** The rule that would end the same walk of a client that checks otherwise. */
export function stopOf(run: Run, profile: ClientProfile): Finding | undefined {
  return gate(run, profile, RULES)
}

/** With the very token that brought the tools, all that follows is known, but what this client alone takes amiss. */
function isSettled(recorded: Run, { facts }: Run, { needsNotifications }: Policy): boolean {
  const { tools, tokens, session } = recorded.facts
  if (session?.era === 'legacy' && needsNotifications) return false
  return (
    tools !== undefined && tokens !== undefined && facts.tokens?.accessToken === tokens.accessToken
  )
}

function ended({ log, walker, evidence }: Walked, missing?: Missing): Replay {
  const run = log.run()
  const stop = stopOf(run, walker.profile)
  const arrived = run.facts.tools !== undefined || isSettled(evidence.run, run, walker.policy)
  return { run, arrived, ...(stop && { stop }), ...(missing && { missing }) }
}

function startOf({ run }: Evidence, profile: ClientProfile): Start {
  // What the person chose for this walk, no client would know.
  const { clientId: _, clientDocument: __, scope: ___, resource: ____, ...others } = run.config
  const { issuer: _____, call: ______, ...config } = others
  const [document] = profile.documents ?? []
  return {
    type: 'run-started',
    at: run.startedAt,
    run: run.id,
    config: {
      ...config,
      client: profile.id,
      pace: 'one-by-one',
      transport: 'relay',
      also: [],
      ...(document !== undefined && { clientDocument: document }),
    },
  }
}

type Start = Extract<RunEvent, { type: 'run-started' }>

type Gap = { readonly kind: 'missing'; readonly missing: Missing }

async function resultOf(step: Step, context: StepContext): Promise<StepResult | Gap> {
  const missing = step.needs.find((name) => context.run.facts[name] === undefined)
  if (missing) return { kind: 'skipped', why: `there is no ${missing}` }
  try {
    return await step.run(context)
  } catch (error) {
    if (!(error instanceof NotRecorded)) throw error
    return { kind: 'missing', missing: { says: error.message, ask: error.ask } }
  }
}

type Moment = {
  readonly run: Run
  readonly walker: Walker
  readonly wire: StepContext['wire']
}

function contextOf({ run, walker, wire }: Moment): StepContext {
  return {
    run,
    config: run.config,
    secrets: {},
    policy: walker.policy,
    remarks: [],
    wire: walker.policy.followsPosts ? followingPosts(wire) : wire,
    proof: PROOF,
    signal: NEVER,
    continued: () => false,
    now: () => run.endedAt,
    decide: () => undefined,
  }
}

/** Nobody sees it. To make one by the random numbers and hashes of a walk takes a third of the time of a replay. */
const PROOF = { state: 'replayed', verifier: 'replayed', codeChallenge: 'replayed' }

const NEVER = new AbortController().signal
