import { answerOf } from '../../http/exchange.ts'
import type { SessionFact } from '../../run/facts.ts'
import { listAsk, withHeader } from './mcp-ask.ts'
import type { Probing } from './probing.ts'

const SESSION_HEADER = 'Mcp-Session-Id'

/** No session id, and one that nobody gave. */
export async function probeSessionIds(probing: Probing, session: SessionFact): Promise<void> {
  if (session.era === 'modern') return
  if (session.sessionId === undefined) {
    return probing.leave('the server gives no session id', 'no-session', 'unknown-session')
  }
  const right = listAsk(probing.context, session)
  await probing.send('no-session', withHeader(right, SESSION_HEADER, undefined))
  const unknown = withHeader(right, SESSION_HEADER, 'mcp-flow-debugger-session-that-nobody-gave')
  await probing.send('unknown-session', unknown)
}

/** Ends the session that the probes opened, and uses it once more. */
export async function endOwnSession(probing: Probing, session: SessionFact): Promise<void> {
  if (session.era === 'modern') return
  if (session.sessionId === undefined) {
    return probing.leave('the server gives no session id', 'ended-session')
  }
  const right = listAsk(probing.context, session)
  const { body: _, answered: __, ...bodiless } = withHeader(right, 'Content-Type', undefined)
  const ended = await probing.aid('end-of-session', { ...bodiless, method: 'DELETE' })
  const status = answerOf(ended)?.status ?? 0
  if (status >= 200 && status < 300) {
    await probing.send('ended-session', right)
  } else {
    probing.leave(`the server ends no session: DELETE was answered with ${status}`, 'ended-session')
  }
}
