import { answerOf, findHeader } from '../http/exchange.ts'
import type { Wire } from '../http/wire.ts'
import { LAST_WITH_INITIALIZE } from '../spec/revisions.ts'
import { type Speaker, endAsk, initializeAsk } from '../steps/mcp/mcp-request.ts'
import { asSurvey } from './as-survey.ts'
import { legacySight } from './eras.ts'

/**
 * Asks a server that was met in 2026-07-28 whether it answers initialize too, as clients do that know no other way
 * (digest 2.6 a). A session that begins by it is ended at once.
 */
export async function surveyHandshake(wire: Wire, speaker: Speaker): Promise<void> {
  if (!isOpen(speaker)) return
  const about = { step: 'session', purpose: 'Initialize' } as const
  const policy = { versions: [LAST_WITH_INITIALIZE] }
  const exchange = await wire.send(asSurvey(wire, initializeAsk({ ...speaker, policy }, about)))
  const sessionId = findHeader(answerOf(exchange)?.headers ?? [], 'Mcp-Session-Id')
  if (sessionId === undefined) return
  const session = { version: LAST_WITH_INITIALIZE, sessionId }
  await wire.send(asSurvey(wire, endAsk(speaker, session)))
}

/** Without a token a server answers every message alike, and a revoked one is none. */
function isOpen({ run }: Speaker): boolean {
  const { session, tokens, challenge } = run.facts
  if (session?.era !== 'modern' || legacySight(run).kind !== 'unseen') return false
  if (run.steps.revoke.exchanges.length > 0) return false
  return tokens !== undefined || challenge?.required === false
}
