import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import { readRpcAnswer } from '../../http/json-rpc.ts'
import { stringMember } from '../../http/json.ts'
import type { SessionFact } from '../../run/facts.ts'
import { requireFact } from '../../run/step.ts'
import { initializeAsk, legacyAsk } from '../mcp/mcp-request.ts'
import { listAsk } from './mcp-ask.ts'
import { type Probing, aboutAid } from './probing.ts'

/** A session in which the right request is answered, or why there is none. */
export type LiveSession =
  | { readonly kind: 'live'; readonly session: SessionFact }
  | { readonly kind: 'none'; readonly why: string }

/**
 * The walk has ended its session, so that probes open their own; then the right request is made once. What fails
 * there has nothing to do with what a probe does wrong.
 */
export async function openLiveSession(probing: Probing): Promise<LiveSession> {
  const found = requireFact(probing.context, 'session')
  const session = found.era === 'modern' ? found : await initialize(probing, found)
  if ('kind' in session) return session
  const exchange = await probing.aid('right', listAsk(probing.context, session))
  const answer = answerOf(exchange)
  if (answer && readRpcAnswer(answer, 'probe').kind === 'result') return { kind: 'live', session }
  return refused('The right request', exchange)
}

async function initialize(
  { context, aid }: Probing,
  found: SessionFact,
): Promise<SessionFact | (LiveSession & { readonly kind: 'none' })> {
  const ask = initializeAsk(context, aboutAid('own-session'), [found.version])
  const exchange = await aid('own-session', ask)
  const answer = answerOf(exchange)
  const rpc = answer && readRpcAnswer(answer, 'initialize-1')
  if (!answer || rpc?.kind !== 'result') return refused('initialize', exchange)
  const sessionId = findHeader(answer.headers, 'Mcp-Session-Id')
  const { sessionId: _, ...rest } = found
  const session: SessionFact = {
    ...rest,
    version: stringMember(rpc.result, 'protocolVersion') ?? found.version,
    exchange: exchange.id,
    ...(sessionId !== undefined && { sessionId }),
  }
  const message = { method: 'notifications/initialized' }
  await aid('announced', legacyAsk(context, aboutAid('announced'), { message, session }))
  return session
}

function refused(what: string, exchange: Exchange): LiveSession & { readonly kind: 'none' } {
  const status = answerOf(exchange)?.status ?? 'nothing that can be read'
  return { kind: 'none', why: `${what} was answered with ${status} by now` }
}
