import { findHeader } from '../../http/exchange.ts'
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

/** 404 to a session id says that there is no such session. */
export function hasLostSession({ answer, exchange }: Answered): boolean {
  return (
    answer.status === 404 && findHeader(exchange.request.headers, 'mcp-session-id') !== undefined
  )
}
