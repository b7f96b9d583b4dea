import { mayMissSession } from '../../run/behaviour/session-refusal.ts'
import type { SessionFact } from '../../run/facts.ts'
import type { Answered } from '../record.ts'

/** A page that sees no session id cannot send one; a refusal then proves nothing against what was asked. */
export function mayLackSession(
  { era, sessionId }: SessionFact,
  { answer, exchange }: Answered,
): boolean {
  const isBlind = exchange.via === 'direct' && !answer.headersComplete
  return era === 'legacy' && sessionId === undefined && isBlind && mayMissSession(answer)
}
