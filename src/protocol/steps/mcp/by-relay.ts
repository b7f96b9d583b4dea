import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { StepContext } from '../../run/step.ts'

/** Makes a request again through the relay, which sees every header and sends no Origin. */
export function askByRelay(
  context: StepContext,
  exchange: Exchange,
  purpose: string,
): Promise<Exchange> {
  const { method, url, headers, body } = exchange.request
  return context.wire.send({
    step: exchange.step,
    purpose,
    to: 'server',
    method,
    url,
    headers,
    ...(body && { body: body.text }),
    repeatable: true,
    via: 'relay',
    after: exchange.id,
  })
}

/**
 * A refusal in which the page sees no challenge, asked again through the relay: the challenge may be hidden, or the
 * refusal is meant for the Origin. Only for requests that may be made twice.
 */
export async function withReason(context: StepContext, exchange: Exchange): Promise<Exchange> {
  const answer = answerOf(exchange)
  const isRefused = answer?.status === 401 || answer?.status === 403
  if (!isRefused || answer.headersComplete || exchange.via === 'relay') return exchange
  if (!context.wire.canRelay || findHeader(answer.headers, 'WWW-Authenticate')) return exchange
  const again = await askByRelay(context, exchange, 'Asked again, to see why it was refused')
  return answerOf(again) ? again : exchange
}
