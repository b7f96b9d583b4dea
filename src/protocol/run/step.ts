import type { StepId } from '../http/exchange.ts'
import type { Wire } from '../http/wire.ts'
import type { RunConfig, RunSecrets } from './config.ts'
import type { Decision, StepResult } from './events.ts'
import type { FactName, Facts } from './facts.ts'
import type { Policy } from './policy.ts'
import type { Run } from './run.ts'

/** A sentence about the whole walk, and its reason. */
export type Remark = Pick<Decision, 'says' | 'why'>

/** What a client makes of a wire: where it goes on alone after an answer. */
export type Habit = (wire: Wire) => Wire

/** What ties an answer to the authorization request that it is for: `state`, and PKCE by S256. */
export type Proof = {
  readonly state: string
  readonly verifier: string
  readonly codeChallenge: string
}

/** What a step is handed. It reaches nothing else. */
export type StepContext = {
  readonly run: Run
  readonly config: RunConfig
  readonly secrets: RunSecrets
  readonly policy: Policy
  /** What there is to say about the client that is imitated, before anything is asked. */
  readonly remarks: readonly Remark[]
  readonly wire: Wire
  /** Where nothing is sent there is nothing to prove; else each authorization request makes its own. */
  readonly proof?: Proof
  readonly signal: AbortSignal
  /** True when the person chose to go past that rule. */
  continued(rule: string): boolean
  now(): number
  decide(decision: Omit<Decision, 'step'>): void
}

/** One step of the flow: it does things and records them, and never judges. */
export type Step = {
  readonly id: StepId
  readonly title: string
  /** Facts that must be there; the driver checks. */
  readonly needs: readonly FactName[]
  readonly gives: readonly FactName[]
  /** What it would do, in a few words, for a step that was not reached. */
  readonly plan: string
  run(context: StepContext): Promise<StepResult>
}

/** A fact that `needs` has promised. Throws when a step asks for one that it did not name. */
export function requireFact<Name extends FactName>(context: StepContext, name: Name): Facts[Name] {
  const fact: Partial<Facts>[Name] = context.run.facts[name]
  if (fact === undefined) throw new Error(`The step needs the fact "${name}" and does not name it`)
  return fact
}
