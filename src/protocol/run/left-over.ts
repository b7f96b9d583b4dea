import type { Exchange, ExchangeId, StepId } from '../http/exchange.ts'
import type { RunEvent } from './events.ts'
import type { Run } from './run.ts'

/**
 * What an attempt that was broken off (by a reload, or by the person) has learned already: the answered exchanges of
 * the step that is to run again, and answers that came ahead of their turn. Its second attempt takes them up, so that
 * a code is not sent twice and a client not registered twice. Nothing is left over a change of the configuration, and
 * nothing of the run that this one began anew from.
 */
export function leftOver(
  events: readonly RunEvent[],
  run: Run,
  step: StepId | undefined,
): readonly Exchange[] {
  const changed = events.findLastIndex((event) => event.type === 'config-changed')
  const lately = events.slice(changed + 1)
  const begun = new Set(lately.flatMap(idOf('exchange-started')))
  const ofAttempt = brokenOff(lately, step)
  return run.exchanges.filter(
    (exchange) =>
      begun.has(exchange.id) &&
      exchange.startedAt >= run.startedAt &&
      isWhole(exchange) &&
      (exchange.ahead?.used === false || ofAttempt.has(exchange.id)),
  )
}

/** Exchanges that the step's last attempt made or took up, when it never came to an end. */
function brokenOff(events: readonly RunEvent[], step: StepId | undefined): Set<ExchangeId> {
  const start = events.findLastIndex(
    (event) => event.type === 'step-started' && event.step === step,
  )
  const attempt = start < 0 ? [] : events.slice(start)
  if (attempt.some((event) => event.type === 'step-settled' && event.step === step))
    return new Set()
  const made = attempt.flatMap(idOf('exchange-started'))
  return new Set([...made, ...attempt.flatMap(idOf('exchange-used'))])
}

function idOf(type: 'exchange-started' | 'exchange-used') {
  return (event: RunEvent): readonly ExchangeId[] => {
    if (event.type !== type) return []
    return [event.type === 'exchange-started' ? event.exchange.id : event.id]
  }
}

/** A body that was broken off, or that storage had no room for, tells less than the same request made again. */
function isWhole({ outcome, via, diagnostic }: Exchange): boolean {
  if (diagnostic) return false
  if (via === 'navigation') return outcome.kind === 'navigated'
  return outcome.kind === 'response' && [undefined, 'answered'].includes(outcome.body.cut)
}
