import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'

/**
 * A session that the server has ended, which 404 to its id says: a client begins a new one (MCP 2025-11-25, session
 * management). Once a walk, as a server that loses each session is not helped by more.
 */
export function onLostSession(context: StepContext, exchange: Exchange): StepResult | undefined {
  if (!hasLostSession(exchange)) return undefined
  const before = context.run.exchanges.filter(({ id }) => id !== exchange.id)
  if (before.some(hasLostSession)) return undefined
  const why = 'the server answered 404 to the session id: the session is over'
  context.decide({
    exchange: exchange.id,
    says: 'Begins a new session',
    why,
    spec: 'mcp-sessions-2025-11-25',
  })
  return { kind: 'back', to: 'session', why, facts: {} }
}

function hasLostSession(exchange: Exchange): boolean {
  const { request, diagnostic } = exchange
  const carriesId = findHeader(request.headers, 'Mcp-Session-Id') !== undefined
  return diagnostic === undefined && carriesId && answerOf(exchange)?.status === 404
}
