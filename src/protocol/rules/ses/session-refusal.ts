import { findHeader } from '../../http/exchange.ts'
import { asksForHandshake, mayMissSession } from '../../run/behaviour/session-refusal.ts'
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

/** 404 to a session id says that there is no such session; some servers say so with 400 and in words. */
export function hasLostSession({ answer, exchange }: Answered): boolean {
  if (findHeader(exchange.request.headers, 'mcp-session-id') === undefined) return false
  return answer.status === 404 || (answer.status === 400 && asksForHandshake(answer))
}
