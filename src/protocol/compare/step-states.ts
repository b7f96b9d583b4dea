import type { StepId } from '../http/exchange.ts'
import type { RunDocument, StepStatus } from '../run/document.ts'
import { type Difference, listed } from './difference.ts'

/** How each step of a run stands. */
export type StepStates = ReadonlyMap<StepId, StepStatus>

export function stepStatesOf({ steps }: RunDocument): StepStates {
  return new Map(steps.map(({ id, status }) => [id, status === 'running' ? 'pending' : status]))
}

/** Steps that both runs have come to: only of those can more be compared. */
export function sharedSteps(before: StepStates, after: StepStates): ReadonlySet<StepId> {
  const isReached = (status: StepStatus | undefined) => status !== undefined && status !== 'pending'
  const ids = [...after.keys()]
  return new Set(ids.filter((id) => isReached(before.get(id)) && isReached(after.get(id))))
}

/** Each step that stands otherwise. Those that one run has not come to any more are told together. */
export function compareStepStates(before: StepStates, after: StepStates): readonly Difference[] {
  const changes = [...after].flatMap(([step, now]) => {
    const was = before.get(step)
    return was === undefined || was === now ? [] : [{ step, was, now }]
  })
  const lost = changes.filter(({ now }) => now === 'pending')
  const gained = changes.filter(({ was }) => was === 'pending')
  const others = changes.filter(({ was, now }) => was !== 'pending' && now !== 'pending')
  return [
    ...others.map(({ step, was, now }) => toDifference([step], was, now)),
    ...together(lost, 'reached before and are not now'),
    ...together(gained, 'not reached before and are now'),
  ]
}

type Change = { readonly step: StepId; readonly was: StepStatus; readonly now: StepStatus }

function together(changes: readonly Change[], says: string): readonly Difference[] {
  const [first, ...more] = changes
  if (!first) return []
  const { was, now } = first
  if (more.length === 0) return [toDifference([first.step], was, now)]
  const steps = changes.map(({ step }) => step)
  const subject = listed(steps)
  return [{ ...toDifference(steps, was, now), subject, says: `${subject} were ${says}.` }]
}

function toDifference(steps: readonly StepId[], before: string, after: string): Difference {
  const [step = null] = steps
  const subject = listed(steps)
  const says = `The step ${subject} was ${before} before and is ${after} now.`
  return { kind: 'step', step, subject, before, after, says }
}
