import { STEP_IDS, type StepId } from '../http/exchange.ts'
import { ON_DEMAND } from './config.ts'
import type { Run } from './run.ts'
import type { Step } from './step.ts'

/** The step that comes next, or undefined at the end of the walk. */
export function nextStep(run: Run, steps: readonly Step[]): Step | undefined {
  const wanted = run.next ?? mainline(run) ?? onDemand(run)
  return steps.find((step) => step.id === wanted)
}

function mainline(run: Run): StepId | undefined {
  const last = STEP_IDS.indexOf('tools')
  return STEP_IDS.slice(0, last + 1).find((id) => !isBehind(run, id))
}

function onDemand(run: Run): StepId | undefined {
  return ON_DEMAND.find((id) => run.config.also.includes(id) && run.steps[id].result === undefined)
}

function isBehind(run: Run, id: StepId): boolean {
  const { result } = run.steps[id]
  if (result === undefined || result.kind === 'back' || result.kind === 'failed') return false
  return result.kind !== 'waiting' || (result.on === 'authorization' && run.arrival !== undefined)
}
