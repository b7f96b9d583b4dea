import { readEventStream } from '../../http/event-stream.ts'
import type { HeaderList } from '../../http/exchange.ts'
import { mediaType } from '../../http/exchange.ts'
import { type RpcAnswer, type RpcId, readRpcAnswer } from '../../http/json-rpc.ts'
import {
  type JsonObject,
  isJsonArray,
  isJsonObject,
  parseJson,
  parseJsonObject,
} from '../../http/json.ts'
import type { Run } from '../../run/run.ts'
import { type Answered, answeredIn, errorOf } from '../record.ts'

/** One JSON-RPC message that was posted to the MCP endpoint, and the HTTP answer to it. */
export type Posted = Answered & { readonly method: string; readonly request: JsonObject }

/** A request: it has an id, and its answer is found by it. */
export type Call = Posted & { readonly id: RpcId; readonly rpc: RpcAnswer }

const STEPS = ['challenge', 'session', 'tools'] as const

/** Many rules ask for the same reading of the same run, which never changes. */
const readings = new WeakMap<
  Run,
  { readonly posted: readonly Posted[]; readonly calls: readonly Call[] }
>()

function readingOf(run: Run) {
  const known = readings.get(run)
  if (known) return known
  const posted = readPosted(run)
  const reading = { posted, calls: readCalls(posted) }
  readings.set(run, reading)
  return reading
}

/** Every message that this walk posted to the MCP endpoint and whose answer could be read. */
export function postedIn(run: Run): readonly Posted[] {
  return readingOf(run).posted
}

/** Every request among them, with its answer. */
export function callsIn(run: Run): readonly Call[] {
  return readingOf(run).calls
}

function readPosted(run: Run): readonly Posted[] {
  return STEPS.flatMap((step) => answeredIn(run, step)).flatMap((each): readonly Posted[] => {
    if (each.exchange.to !== 'server' || each.exchange.request.method !== 'POST') return []
    const request = parseJsonObject(each.exchange.request.body?.text ?? '')
    const method = request?.['method']
    return request && typeof method === 'string' ? [{ ...each, method, request }] : []
  })
}

function readCalls(posted: readonly Posted[]): readonly Call[] {
  return posted.flatMap((each): readonly Call[] => {
    const id = each.request['id']
    if (typeof id !== 'string' && typeof id !== 'number') return []
    return [{ ...each, id, rpc: readRpcAnswer(each.answer, id) }]
  })
}

/** The requests that were processed: not refused, and not answered by something that is no MCP endpoint. */
export function servedIn(run: Run): readonly Call[] {
  const isMcp = errorOf(run, 'challenge') === undefined
  return callsIn(run).filter(
    ({ answer, exchange }) =>
      answer.status >= 200 && answer.status < 300 && (isMcp || exchange.step !== 'challenge'),
  )
}

/** Every JSON-RPC message in an answer, whatever its form. */
export function messagesIn({ answer }: Answered): readonly JsonObject[] {
  if (isStream(answer.headers)) {
    const { events } = readEventStream(answer.body.text)
    return events.map(({ data }) => parseJsonObject(data)).filter((each) => each !== undefined)
  }
  const reading = parseJson(answer.body.text)
  if (reading.kind === 'not-json') return []
  const values: readonly unknown[] = isJsonArray(reading.value) ? reading.value : [reading.value]
  return values.filter(isJsonObject)
}

/** True for an event stream. */
export function isStream(headers: HeaderList): boolean {
  return mediaType(headers) === 'text/event-stream'
}
