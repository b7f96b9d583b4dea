import type { SessionFact } from '../../run/facts.ts'
import { listAsk, rightAsk, withHeader, withParams } from './mcp-ask.ts'
import type { Probing } from './probing.ts'

/** Milliseconds that an event stream is listened to which nobody needs. */
const STREAM_PATIENCE = 2_000

/** Messages that lack something, ask for what nobody has, or are none. */
export async function probeMessages(probing: Probing, session: SessionFact): Promise<void> {
  const { context } = probing
  const right = listAsk(context, session)
  if (session.era === 'modern') {
    await probing.send(
      'no-meta',
      withParams(right, ({ _meta: _, ...params }) => params),
    )
    const unknown = { method: 'mcp-flow-debugger/no-such-method', params: {} }
    await probing.send('unknown-method', rightAsk(context, session, unknown))
  }
  const cursor = 'mcp-flow-debugger-cursor-that-nobody-gave'
  await probing.send(
    'bad-cursor',
    withParams(right, (params) => ({ ...params, cursor })),
  )
  const { body: _, answered: __, ...bodiless } = withHeader(right, 'Content-Type', undefined)
  await probing.send('get-endpoint', {
    ...withHeader(bodiless, 'Accept', 'text/event-stream'),
    method: 'GET',
    patience: STREAM_PATIENCE,
  })
}
