import {
  type Exchange,
  type ResponseOutcome,
  findHeader,
  isJsonType,
  mediaType,
} from '../../http/exchange.ts'
import type { RpcAnswer } from '../../http/json-rpc.ts'
import type { StepResult } from '../../run/events.ts'
import type { StepContext } from '../../run/step.ts'
import { saidBy } from '../unanswered.ts'
import { readEra } from './era.ts'
import { endAtOldTransport } from './old-transport.ts'

/** A first contact that was neither challenged nor served. Few are, so what it means is loaded then. */
export async function oddContact(
  context: StepContext,
  { exchange, answer, rpc, id }: Contact,
): Promise<StepResult> {
  const old = await endAtOldTransport(context, exchange, id)
  if (old) return old
  if (answer.status >= 300 && answer.status < 400) {
    const location = findHeader(answer.headers, 'Location')
    return failed(
      exchange,
      'redirected',
      `A request without a token was redirected with ${answer.status}${location === undefined ? '' : ` to ${location}`}; 401 is required.`,
    )
  }
  return failed(
    exchange,
    'unexpected-status',
    `A request without a token was answered with ${answer.status}${insideOf(answer, rpc)}; 401 or a JSON-RPC result was expected.`,
  )
}

/** An `initialize` that brought no result. */
export async function notInitialized(
  context: StepContext,
  { exchange, answer, rpc, id }: Contact,
): Promise<StepResult> {
  const old = await endAtOldTransport(context, exchange, id)
  if (old) return old
  const era = readEra(exchange, id)
  const spoken = era.kind === 'other-version' ? ` It speaks ${era.supported.join(', ')}.` : ''
  const message = `initialize was answered with ${answer.status}${saidBy(rpc)}${spoken}`
  return failed(exchange, 'bad-mcp-answer', message)
}

type Contact = {
  readonly exchange: Exchange
  readonly answer: ResponseOutcome
  readonly rpc: RpcAnswer
  readonly id: string
}

function insideOf(answer: ResponseOutcome, rpc: RpcAnswer): string {
  if (rpc.kind === 'error') return ` and the error ${rpc.error.code}: ${rpc.error.message}`
  if (isJsonType(mediaType(answer.headers))) return ''
  return ` and ${mediaType(answer.headers) ?? 'no media type'}`
}

function failed(
  exchange: Exchange,
  code: 'redirected' | 'unexpected-status' | 'bad-mcp-answer',
  message: string,
): StepResult {
  return { kind: 'failed', error: { code, message, exchange: exchange.id }, facts: {} }
}
