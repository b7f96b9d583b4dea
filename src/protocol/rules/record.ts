import type { Exchange, ExchangeId, ResponseOutcome, StepId } from '../http/exchange.ts'
import { STEP_IDS, answerOf } from '../http/exchange.ts'
import type { FlowError } from '../run/events.ts'
import { type Run, findExchange } from '../run/run.ts'

/** An exchange together with its readable answer. */
export type Answered = { readonly exchange: Exchange; readonly answer: ResponseOutcome }

/** What a client on this walk asked for in a step, oldest first: no experiments, nothing asked ahead in vain. */
export function walked(run: Run, step: StepId): readonly Exchange[] {
  return run.exchanges.filter(
    (exchange) =>
      exchange.step === step && exchange.diagnostic === undefined && exchange.ahead?.used !== false,
  )
}

/** The exchange of that id with its readable answer, or undefined. */
export function findAnswered(run: Run, id: ExchangeId | undefined): Answered | undefined {
  const exchange = findExchange(run, id)
  const answer = answerOf(exchange)
  return exchange && answer && { exchange, answer }
}

/** The answers that could be read in a step, oldest first. */
export function answeredIn(run: Run, step: StepId): readonly Answered[] {
  return walked(run, step).flatMap((exchange) => {
    const answer = answerOf(exchange)
    return answer ? [{ exchange, answer }] : []
  })
}

/** Why a step failed, or undefined. */
export function errorOf(run: Run, step: StepId): FlowError | undefined {
  const result = run.steps[step].result
  return result?.kind === 'failed' ? result.error : undefined
}

/** The first exchange of a chain of repetitions: the one that a relay's repetition goes back to. */
export function originalOf(run: Run, exchange: Exchange): Exchange {
  let first = exchange
  for (let hops = 0; hops < 20; hops += 1) {
    const before = findExchange(run, first.after)
    if (before === undefined) return first
    first = before
  }
  return first
}

/** What followed an exchange: its repetition through the relay, the hop after it, or experiments. */
export function followersOf(run: Run, exchange: Exchange): readonly Exchange[] {
  return run.exchanges.filter((other) => other.after === exchange.id)
}

/** An exchange that shows where a step ended: the failing one, else the last one of the step, else of the run. */
export function endOf(run: Run, step: StepId): Exchange | undefined {
  return (
    findExchange(run, errorOf(run, step)?.exchange) ??
    walked(run, step).at(-1) ??
    run.exchanges.findLast((exchange) => exchange.diagnostic === undefined)
  )
}

/** The same exchanges, those first at which the walk came to its end: they tell more than what it went past. */
export function endFirst(run: Run, exchanges: readonly Exchange[]): readonly Exchange[] {
  const steps = STEP_IDS.filter((step) => errorOf(run, step) !== undefined)
  const ends = new Set(steps.map((step) => errorOf(run, step)?.exchange))
  const rank = (exchange: Exchange): number => {
    if (ends.has(exchange.id)) return 2
    return steps.includes(exchange.step) ? 1 : 0
  }
  return exchanges.toSorted((a, b) => rank(b) - rank(a))
}
