import type { StepContext } from '../../run/step.ts'
import { initializeAsk } from '../mcp/mcp-request.ts'

/**
 * What a client does that has read all metadata for itself: the library in it makes its own first contact, and looks for
 * the resource metadata once more. Nothing new is learned by it.
 */
export async function readAgain(context: StepContext): Promise<void> {
  const read = context.run.exchanges.filter(
    ({ step, via, diagnostic }) =>
      step === 'resource-metadata' && via !== 'navigation' && diagnostic === undefined,
  )
  const about = { step: 'challenge', purpose: 'First contact of its library' } as const
  await context.wire.send(initializeAsk(context, about))
  for (const { step, purpose, to, request } of read) {
    const { method, url, headers } = request
    const ask = { step, purpose: `${purpose}, once more`, to, method, url, headers }
    await context.wire.send({ ...ask, repeatable: true })
  }
}
