import { readEventStream } from '../../http/event-stream.ts'
import { type Exchange, type StepId, answerOf, mediaType } from '../../http/exchange.ts'
import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'
import { readEra } from './era.ts'

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

/** Only these statuses, without an error that a modern server would send, are worth the question. */
export function mayBeOldTransport(context: StepContext, exchange: Exchange, id: string): boolean {
  if (!context.policy.triesOldTransport) return false
  const status = answerOf(exchange)?.status ?? 0
  const { kind } = readEra(exchange, id)
  return [400, 404, 405].includes(status) && kind !== 'modern' && kind !== 'other-version'
}

/** The end of the step of an exchange, if the server turns out to speak HTTP+SSE. */
export async function asOldTransport(
  context: StepContext,
  exchange: Exchange,
  rpcId: string,
): Promise<StepResult | undefined> {
  if (!mayBeOldTransport(context, exchange, rpcId)) return undefined
  const { id, step } = exchange
  if (!(await askForOldSse(context, step))) return undefined
  const message = `${context.config.server} speaks the HTTP+SSE transport of 2024-11-05, which later revisions replaced by Streamable HTTP.`
  return {
    kind: 'failed',
    error: { code: 'not-streamable-http', message, exchange: id },
    facts: {},
  }
}
