import { type Exchange, answerOf } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'

/** What a 401 or 403 in the middle of the use means; undefined where there is none. Few walks are refused, so it is loaded then. */
export async function onRefusal(
  context: StepContext,
  exchange: Exchange,
): Promise<StepResult | undefined> {
  if (!isRefused(exchange)) return undefined
  const { settleRefusal } = await import('./refused.ts')
  return settleRefusal(context, exchange)
}

/** The same exchange, or what the relay saw where a page was refused without a reason that it can see. */
export async function withReason(context: StepContext, exchange: Exchange): Promise<Exchange> {
  if (!isRefused(exchange)) return exchange
  const { askForReason } = await import('./refused.ts')
  return askForReason(context, exchange)
}

function isRefused(exchange: Exchange): boolean {
  const status = answerOf(exchange)?.status
  return status === 401 || status === 403
}
