import { answerOf } from '../../http/exchange.ts'
import type { SessionFact } from '../../run/facts.ts'
import type { StepContext } from '../../run/step.ts'
import { carriedToken } from '../mcp/mcp-request.ts'
import { listAsk, withHeader } from './mcp-ask.ts'
import type { Probing } from './probing.ts'

/** A token in the form of one, which no authorization server has issued. */
const GARBAGE = 'mcp-flow-debugger-token-that-nobody-issued'

/** A token that nobody issued, none at all, and one in the place where none may be. */
export async function probeTokens(probing: Probing, session: SessionFact): Promise<void> {
  const { context } = probing
  const token = context.run.facts.tokens?.accessToken
  if (token === undefined || isOpen(context)) {
    const why = 'the server answers this request without a token'
    return probing.leave(why, 'garbage-token', 'no-token', 'token-in-query')
  }
  const right = listAsk(context, session)
  const bare = withHeader(right, 'Authorization', undefined)
  await probing.send('garbage-token', withHeader(right, 'Authorization', `Bearer ${GARBAGE}`))
  await probing.send('no-token', bare)
  const url = new URL(right.url)
  url.searchParams.set('access_token', token)
  await probing.send('token-in-query', { ...bare, url: url.href })
}

/** A server that asks for a token late answers some requests to everybody. */
function isOpen({ run }: StepContext): boolean {
  return run.exchanges.some((exchange) => {
    const status = answerOf(exchange)?.status ?? 0
    const isPost = exchange.to === 'server' && exchange.request.method === 'POST'
    const isWalk = exchange.diagnostic === undefined && !carriedToken(exchange)
    return isPost && isWalk && status >= 200 && status < 300
  })
}
