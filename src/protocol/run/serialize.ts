import type { SavedRun } from './document-schema.ts'
import type { DocumentStep, RunDocument, RunOutcome } from './document.ts'

declare const REDACTED: unique symbol

/** A run that has gone through `redactRun`, and may leave the tab. The mark exists for the compiler only. */
export type RedactedRun = RunDocument & { readonly [REDACTED]: true }

/** The text of a run file. A walk that is still under way is saved as stopped. */
export function serializeRun(run: RedactedRun): string {
  return `${JSON.stringify(settle(run), null, 2)}\n`
}

function settle(run: RunDocument): SavedRun {
  return { ...run, outcome: settleOutcome(run.outcome), steps: run.steps.map(settleStep) }
}

function settleOutcome(outcome: RunOutcome): SavedRun['outcome'] {
  const { status } = outcome
  if (status !== 'running') return { ...outcome, status }
  return { ...outcome, status: 'stopped', summary: 'Saved while the walk was under way.' }
}

function settleStep(step: DocumentStep): SavedRun['steps'][number] {
  const { status } = step
  return { ...step, status: status === 'running' ? 'pending' : status }
}
