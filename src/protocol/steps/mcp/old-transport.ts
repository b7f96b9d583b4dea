import { type Exchange, answerOf } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'

/** How a step ends at a server of 2024-11-05. Few are asked whether they are one, so the question is loaded with the first. */
export async function endAtOldTransport(
  context: StepContext,
  exchange: Exchange,
  id: string,
): Promise<StepResult | undefined> {
  if ((answerOf(exchange)?.status ?? 0) < 400) return undefined
  const { asOldTransport } = await import('./http-and-sse.ts')
  return asOldTransport(context, exchange, id)
}
