import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import { isRefusedForOrigin } from '../../http/readability.ts'
import type { Run } from '../../run/run.ts'

/** Without a token a 403 has no other reason; with one it is told by its words, or by what the relay got instead. */
export function isRefusedByOrigin(run: Run, exchange: Exchange): boolean {
  const answer = answerOf(exchange)
  const challenge = findHeader(answer?.headers ?? [], 'www-authenticate')
  if (answer?.status !== 403 || challenge !== undefined) return false
  if (findHeader(exchange.request.headers, 'authorization') === undefined) return true
  return /\borigin\b/i.test(answer.body.text) || isRefusedForOrigin(exchange, run.exchanges)
}
