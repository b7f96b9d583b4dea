import { readEventStream } from '../../http/event-stream.ts'
import { type StepId, answerOf, mediaType } from '../../http/exchange.ts'
import type { StepContext } from '../../run/step.ts'

/** A whole event; comments before it, which keep the connection alive, are none. */
const WHOLE_EVENT = /(?:^|[\r\n])(?:event|data):[^]*?(?:\r\n|\n|\r){2}/

/** True when a GET opens an event stream whose first event names an endpoint: HTTP+SSE of 2024-11-05 (digest 2.8). Loaded when it is asked. */
export async function askForOldSse(context: StepContext, step: StepId): Promise<boolean> {
  const token = context.run.facts.tokens?.accessToken
  const exchange = await context.wire.send({
    step,
    purpose: 'Is it the HTTP+SSE transport of 2024-11-05',
    to: 'server',
    method: 'GET',
    url: context.config.server,
    headers: [
      ['Accept', 'text/event-stream'],
      ...(token === undefined ? [] : [['Authorization', `Bearer ${token}`] as const]),
      ...(context.secrets.headers ?? []),
    ],
    repeatable: true,
    answered: (text) => WHOLE_EVENT.test(text),
  })
  const answer = answerOf(exchange)
  if (answer?.status !== 200 || mediaType(answer.headers) !== 'text/event-stream') return false
  return readEventStream(answer.body.text).events[0]?.type === 'endpoint'
}
