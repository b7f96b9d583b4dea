import type { StepId } from '../http/exchange.ts'
import type { RunDocument } from '../run/document.ts'
import { type Difference, shown } from './difference.ts'

/** How a run ended. */
export type End = {
  readonly status: string
  readonly step: StepId | null
  readonly cause: string | null
  readonly summary: string
}

export function endOf({ outcome }: RunDocument): End {
  const { step, cause, summary } = outcome
  // A run that was saved under way reads as stopped in its file.
  const status = outcome.status === 'running' ? 'stopped' : outcome.status
  return { status, step, cause, summary }
}

/** Another status, and another rule as the cause. */
export function compareEnds(before: End, after: End): readonly Difference[] {
  return [...compareStatus(before, after), ...compareCause(before, after)]
}

function compareStatus(before: End, after: End): readonly Difference[] {
  if (before.status === after.status && before.step === after.step) return []
  return [
    {
      kind: 'status',
      step: after.step ?? before.step,
      subject: 'outcome',
      before: sayEnd(before),
      after: sayEnd(after),
      says: `The run ${sayEnd(before)} before and ${sayEnd(after)} now: ${shown(after.summary)}`,
    },
  ]
}

function sayEnd({ status, step }: End): string {
  return step === null ? status : `${status} at ${step}`
}

function compareCause(before: End, after: End): readonly Difference[] {
  if (before.cause === after.cause) return []
  return [
    {
      kind: 'cause',
      step: after.step ?? before.step,
      subject: 'cause',
      before: before.cause,
      after: after.cause,
      says: `The cause was ${before.cause ?? 'no rule'} before and is ${after.cause ?? 'no rule'} now.`,
    },
  ]
}
