import { type Exchange, type StepId, answerOf } from '../../http/exchange.ts'
import type { StepContext } from '../../run/step.ts'
import { readEra } from './era.ts'

/** Only these statuses, without an error that a modern server would send, are worth the question. */
export function mayBeOldTransport(context: StepContext, exchange: Exchange, id: string): boolean {
  if (!context.policy.triesOldTransport) return false
  const status = answerOf(exchange)?.status ?? 0
  const { kind } = readEra(exchange, id)
  return [400, 404, 405].includes(status) && kind !== 'modern' && kind !== 'other-version'
}

/** True when the server speaks HTTP+SSE of 2024-11-05. Few are asked, so the question is loaded with the first. */
export async function speaksOldSse(context: StepContext, step: StepId): Promise<boolean> {
  const { askForOldSse } = await import('./http-and-sse.ts')
  return askForOldSse(context, step)
}
