import type { Exchange, StepId } from '../http/exchange.ts'
import type { RunDocument } from '../run/document.ts'
import type { Difference } from './difference.ts'
import { type RequestShape, toShape } from './request-shape.ts'
import { align } from './sequence.ts'

/** The requests of each step in their order. */
export type Requests = ReadonlyMap<StepId, readonly RequestShape[]>

/**
 * The requests that a server would see of any such walk. Left out is what hangs on time or on the way: what was asked
 * ahead and not needed, our own questions whether a page may read an answer, and a direct attempt that the relay repeated.
 */
export function requestsOf({ exchanges }: RunDocument): Requests {
  const repeated = new Set(exchanges.flatMap(({ after, via }) => (via === 'relay' && after) || []))
  const steps = new Map<StepId, Exchange[]>()
  for (const exchange of exchanges) {
    if (repeated.has(exchange.id) || isChance(exchange)) continue
    const known = steps.get(exchange.step)
    if (known) known.push(exchange)
    else steps.set(exchange.step, [exchange])
  }
  return new Map([...steps].map(([step, all]) => [step, inOrder(all)]))
}

function isChance({ ahead, diagnostic, to }: Exchange): boolean {
  if (ahead?.used === false || diagnostic === 'triage' || diagnostic === 'readable') return true
  return diagnostic === 'survey' && to === 'page'
}

/** The questions of a survey leave side by side, in no order. */
function inOrder(exchanges: readonly Exchange[]): readonly RequestShape[] {
  const walked = exchanges.filter(({ diagnostic }) => diagnostic !== 'survey').map(toShape)
  const surveyed = exchanges.filter(({ diagnostic }) => diagnostic === 'survey').map(toShape)
  return [...walked, ...surveyed.toSorted((a, b) => (a.request < b.request ? -1 : 1))]
}

/** Requests of the steps that both runs came to: another answer, another order, one more or one less. */
export function compareRequests(
  before: Requests,
  after: Requests,
  steps: ReadonlySet<StepId>,
): readonly Difference[] {
  return [...steps].flatMap((step) =>
    compareStep(step, before.get(step) ?? [], after.get(step) ?? []),
  )
}

function compareStep(
  step: StepId,
  before: readonly RequestShape[],
  after: readonly RequestShape[],
): readonly Difference[] {
  const isLike = (one: RequestShape, other: RequestShape) => one.request === other.request
  const aligned = align(before, after, isLike)
  const lost = aligned.flatMap((each) => (each.in === 'before' ? [each.before] : []))
  const gained = aligned.flatMap((each) => (each.in === 'after' ? [each.after] : []))
  const changed = aligned.flatMap((each) =>
    each.in === 'both' && each.before.answer !== each.after.answer
      ? [toChange(step, each.before, each.after)]
      : [],
  )
  if (isSame(lost, gained)) return [...changed, toOtherOrder(step, before, after)]
  return [
    ...changed,
    ...lost.map((shape) => toLost(step, shape)),
    ...gained.map((shape) => toGained(step, shape)),
  ]
}

function isSame(lost: readonly RequestShape[], gained: readonly RequestShape[]): boolean {
  const sorted = (shapes: readonly RequestShape[]) => shapes.map(sayShape).toSorted().join('\n')
  return lost.length > 0 && sorted(lost) === sorted(gained)
}

function sayShape({ request, answer }: RequestShape): string {
  return `${request} (${answer})`
}

function toChange(step: StepId, before: RequestShape, after: RequestShape): Difference {
  const subject = after.request
  const says = `${subject} got ${before.answer} before and gets ${after.answer} now.`
  return { kind: 'request', step, subject, before: before.answer, after: after.answer, says }
}

function toLost(step: StepId, { request, answer }: RequestShape): Difference {
  const says = `${step} asked ${request} before (${answer}) and does not now.`
  return { kind: 'request', step, subject: request, before: answer, after: null, says }
}

function toGained(step: StepId, { request, answer }: RequestShape): Difference {
  const says = `${step} asks ${request} now (${answer}) and did not before.`
  return { kind: 'request', step, subject: request, before: null, after: answer, says }
}

function toOtherOrder(
  step: StepId,
  before: readonly RequestShape[],
  after: readonly RequestShape[],
): Difference {
  const order = (shapes: readonly RequestShape[]) => shapes.map(({ request }) => request).join(', ')
  const values = { before: order(before), after: order(after) }
  const says = `${step} asks in another order now: ${values.after}; before: ${values.before}.`
  return { kind: 'request', step, subject: 'order', ...values, says }
}
