import type { StepId } from '../http/exchange.ts'
import type { RunConfig } from './config.ts'
import type { RunEvent, RunId } from './events.ts'

/** What a new run changes of the one it begins from. */
export type Rewind = {
  readonly run: RunId
  readonly at: number
  readonly step: StepId
  /** The whole configuration of the new run. */
  readonly config: RunConfig
}

/**
 * The events of a new run that begins at `step` with a changed value: everything before that step last began is
 * kept, and the earlier run stays as it is. Throws when the events do not begin with `run-started`.
 */
export function rewindRun(events: readonly RunEvent[], rewind: Rewind): readonly RunEvent[] {
  const [first] = events
  if (first?.type !== 'run-started') throw new Error('A run begins with run-started')
  const start = events.findLastIndex(
    (event) => event.type === 'step-started' && event.step === rewind.step,
  )
  const before = events.slice(1, start < 0 ? undefined : start)
  const kept = [
    ...before.filter(isLasting),
    ...laterAnswers(before, events.slice(before.length + 1)),
  ]
  return [
    {
      type: 'run-started',
      at: rewind.at,
      run: rewind.run,
      config: rewind.config,
      from: { run: first.run, step: rewind.step },
    },
    ...kept,
  ]
}

/** Answers that came after the cut to requests made before it. */
function laterAnswers(
  before: readonly RunEvent[],
  after: readonly RunEvent[],
): readonly RunEvent[] {
  const begun = new Set(
    before.map((event) => (event.type === 'exchange-started' ? event.exchange.id : undefined)),
  )
  return after.filter((event) => event.type === 'exchange-settled' && begun.has(event.id))
}

/** A halt belongs to the run that halted, and so do the values it was changed to on the way. */
function isLasting(event: RunEvent): boolean {
  return !['stopped', 'paused', 'cancelled', 'config-changed'].includes(event.type)
}
