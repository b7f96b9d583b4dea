import type { Exchange } from '../../http/exchange.ts'
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
