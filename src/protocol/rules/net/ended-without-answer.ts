import type { Exchange } from '../../http/exchange.ts'
import { STEP_IDS, answerOf } from '../../http/exchange.ts'
import type { Run } from '../../run/run.ts'
import { errorOf, followersOf } from '../record.ts'

/** What a walk itself asked, to anyone but the page: no experiments, nothing asked ahead in vain. */
export function asked(run: Run): readonly Exchange[] {
  return run.exchanges.filter(
    (exchange) =>
      exchange.diagnostic === undefined &&
      exchange.via !== 'navigation' &&
      exchange.ahead?.used !== false,
  )
}

/** Checks whether a page may read an endpoint, where what they met kept the walk from going on. */
export function checksThatHeldBack(run: Run): readonly Exchange[] {
  const isHeldBack = STEP_IDS.some((step) => errorOf(run, step)?.code === 'unsafe-to-send')
  return isHeldBack ? run.exchanges.filter(({ diagnostic }) => diagnostic === 'readable') : []
}

/** True when the same request was made again through the relay: that one tells more. */
export function wasRepeated(run: Run, exchange: Exchange): boolean {
  return followersOf(run, exchange).some(
    (other) => other.diagnostic === undefined && other.via === 'relay',
  )
}

/** True when at least one answer came. */
export function hasAnswer(run: Run): boolean {
  return asked(run).some((exchange) => answerOf(exchange) !== undefined)
}
