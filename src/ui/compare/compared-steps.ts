import { type Difference, align, toShape } from '../../protocol/compare.ts'
import { type Exchange, type RunDocument, STEP_IDS, type StepId } from '../../protocol/index.ts'

/** A request of both runs, or of one alone. */
export type ExchangePair = {
  readonly request: string
  readonly before: Exchange | null
  readonly after: Exchange | null
}

/** What differs in one step, and its requests side by side; `id` null is the run as a whole. */
export type ComparedStep = {
  readonly id: StepId | null
  readonly title: string
  readonly differences: readonly Difference[]
  readonly pairs: readonly ExchangePair[]
}

/** More requests than this in one step are not laid side by side. */
const MOST = 300

/** The steps of two runs in order; those with neither a difference nor a request are left out. */
export function toComparedSteps(
  [before, after]: readonly [RunDocument, RunDocument],
  differences: readonly Difference[],
): readonly ComparedStep[] {
  const titles = new Map([...before.steps, ...after.steps].map(({ id, title }) => [id, title]))
  const steps = [null, ...STEP_IDS].map((id) => ({
    id,
    title: id === null ? 'The run as a whole' : (titles.get(id) ?? id),
    differences: differences.filter(({ step }) => step === id),
    pairs: id === null ? [] : toPairs(ofStep(before, id), ofStep(after, id)),
  }))
  return steps.filter((step) => step.differences.length + step.pairs.length > 0)
}

function ofStep({ exchanges }: RunDocument, id: StepId): readonly Exchange[] {
  return exchanges.filter(({ step }) => step === id).slice(0, MOST)
}

function toPairs(before: readonly Exchange[], after: readonly Exchange[]): readonly ExchangePair[] {
  const request = (exchange: Exchange): string => toShape(exchange).request
  return align(before, after, (one, other) => request(one) === request(other)).map((each) => {
    switch (each.in) {
      case 'both':
        return { request: request(each.after), before: each.before, after: each.after }
      case 'before':
        return { request: request(each.before), before: each.before, after: null }
      case 'after':
        return { request: request(each.after), before: null, after: each.after }
    }
  })
}

/** The one sentence about two runs. */
export function toHeadline(
  [before, after]: readonly [RunDocument, RunDocument],
  count: number,
): string {
  const was = before.outcome
  const is = after.outcome
  if (was.status === 'passed' && is.status !== 'passed') return `It broke: ${is.summary}`
  if (was.status !== 'passed' && is.status === 'passed') return `It is mended: ${is.summary}`
  if (was.cause !== is.cause || was.step !== is.step) return `Another cause: ${is.summary}`
  if (count === 0) return 'Nothing differs between these two runs.'
  return `It ends as before, with ${count} ${count === 1 ? 'difference' : 'differences'} on the way.`
}
