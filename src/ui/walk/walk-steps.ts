import {
  type DocumentStep,
  ON_DEMAND,
  type RunDocument,
  type StepId,
  type StepStatus,
} from '../../protocol/index.ts'
import { toCount } from '../verdict/verdict-words.ts'

/** How a step is marked: its status; `flawed` and `warned` for one that passed with an error or a warning. */
export type StepMark = StepStatus | 'flawed' | 'warned'

/** One line of the walk. */
export type WalkStep = {
  readonly id: StepId
  readonly title: string
  readonly mark: StepMark
  readonly summary: string
  /** Milliseconds from its beginning to its end; null when it has none. */
  readonly duration: number | null
  /** The exchange to select with it: the one a finding points at, else its last. */
  readonly exchange: string | null
}

function isOnDemand(id: StepId): boolean {
  return ON_DEMAND.some((each) => each === id)
}

/** The steps of the walk, and those that only run when asked for. */
export function toWalk(document: RunDocument): {
  readonly steps: readonly WalkStep[]
  readonly onDemand: readonly WalkStep[]
} {
  const steps = document.steps.map((step) => toWalkStep(document, step))
  return {
    steps: steps.filter(({ id }) => !isOnDemand(id)),
    onDemand: steps.filter(({ id }) => isOnDemand(id)),
  }
}

function toWalkStep(document: RunDocument, step: DocumentStep): WalkStep {
  const failed = document.findings.filter(
    (finding) => finding.step === step.id && finding.verdict === 'fail',
  )
  const mark = toMark(step, failed)
  const proof = failed[0]?.evidence.find(({ exchange }) => step.exchanges.includes(exchange))
  return {
    id: step.id,
    title: step.title,
    mark,
    summary: mark === step.status ? step.summary : `${step.summary} · ${toWarned(failed)}`,
    duration: toLength(step),
    exchange: proof?.exchange ?? step.exchanges.at(-1) ?? null,
  }
}

function toMark({ status }: DocumentStep, failed: RunDocument['findings']): StepMark {
  if (status !== 'passed') return status
  if (failed.some(({ severity }) => severity === 'error')) return 'flawed'
  return failed.some(({ severity }) => severity === 'warning') ? 'warned' : 'passed'
}

function toWarned(failed: RunDocument['findings']): string {
  const errors = failed.filter(({ severity }) => severity === 'error').length
  const warnings = failed.filter(({ severity }) => severity === 'warning').length
  return errors > 0 ? toCount(errors, 'error') : toCount(warnings, 'warning')
}

function toLength({ status, startedAt, endedAt }: DocumentStep): number | null {
  if (status === 'skipped' || status === 'pending' || startedAt === null || endedAt === null)
    return null
  return endedAt - startedAt
}

/** What a screen reader is told of a run as it goes: the step that changed last, or how it ended. */
export function toAnnouncement(document: RunDocument): string {
  const { outcome, steps } = document
  if (outcome.status !== 'running') return outcome.summary
  const walked = steps.filter(({ id }) => !isOnDemand(id))
  const step = walked.findLast(({ status }) => status !== 'pending' && status !== 'skipped')
  if (!step) return 'Started'
  return `Step ${walked.indexOf(step) + 1} of ${walked.length}, ${step.title}, ${step.status}`
}
