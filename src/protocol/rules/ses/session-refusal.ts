import type { ResponseOutcome } from '../../http/exchange.ts'
import type { SessionFact } from '../../run/facts.ts'
import type { Answered } from '../record.ts'

/** Whether an answer may be the refusal of a request without a session id: by what it says, else by its status. */
export function mayMissSession({ status, body }: ResponseOutcome): boolean {
  if (/mcp-session-id/i.test(body.text)) return status >= 400
  return (status === 400 || status === 404) && !missesVersion(body.text)
}

/** Whether the text of a refusal names the header with the version. */
export function missesVersion(text: string): boolean {
  return /mcp-protocol-version/i.test(text)
}

/** A page that sees no session id cannot send one; a refusal then proves nothing against what was asked. */
export function mayLackSession(
  { era, sessionId }: SessionFact,
  { answer, exchange }: Answered,
): boolean {
  const isBlind = exchange.via === 'direct' && !answer.headersComplete
  return era === 'legacy' && sessionId === undefined && isBlind && mayMissSession(answer)
}
