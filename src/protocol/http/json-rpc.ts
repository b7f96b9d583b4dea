import { readEventStream } from './event-stream.ts'
import { type Body, type ResponseOutcome, mediaType } from './exchange.ts'
import {
  type Json,
  type JsonObject,
  isJsonArray,
  isJsonObject,
  objectMember,
  parseJson,
  stringMember,
} from './json.ts'

/** The id of a request; its answer carries the same. */
export type RpcId = string | number

/** A message other than the wanted answer. */
export type RpcPassed =
  | { readonly kind: 'notification'; readonly method: string }
  | { readonly kind: 'request'; readonly method: string }
  | { readonly kind: 'other-answer'; readonly id: string }
  | { readonly kind: 'not-json-rpc'; readonly seen: string }

/** What came before or beside the answer and was passed over. */
export type RpcAside = {
  readonly messages: readonly RpcPassed[]
  readonly comments: number
  /** Events without data, such as the priming event of 2025-11-25. */
  readonly emptyEvents: number
  /** Types of events that are no messages. */
  readonly otherEvents: readonly string[]
}

/** A JSON-RPC error. */
export type RpcError = { readonly code: number; readonly message: string; readonly data?: Json }

/** How an answer was sent. `batch` is an array, which only 2025-03-26 knows. */
export type RpcForm = 'object' | 'batch' | 'stream'

/** The answer to one request. `none` says why there is no such answer. */
export type RpcAnswer =
  | {
      readonly kind: 'result'
      readonly result: JsonObject
      readonly form: RpcForm
      readonly aside: RpcAside
    }
  | {
      readonly kind: 'error'
      readonly error: RpcError
      readonly form: RpcForm
      readonly aside: RpcAside
    }
  | { readonly kind: 'none'; readonly why: string; readonly aside: RpcAside }

/**
 * Finds the answer to the request `id` in a response, whatever its status. An error without an id counts as the
 * answer when nothing else does; `"1"` and `1` are the same id, as clients take them. Never throws.
 */
export function readRpcAnswer(outcome: ResponseOutcome, id: RpcId): RpcAnswer {
  const type = mediaType(outcome.headers)
  if (outcome.body.text.trim() === '') return none('The answer has no body.')
  if (type === 'text/event-stream') return readStream(outcome.body, id)
  const reading = parseJson(outcome.body.text)
  if (reading.kind === 'not-json') return none(whyNotJson(outcome.body, type, reading.message))
  const values = isJsonArray(reading.value) ? reading.value : [reading.value]
  const form = isJsonArray(reading.value) ? 'batch' : 'object'
  return pick(values.map(toHeard), { id, form, aside: NOTHING, ending: 'The body' })
}

/**
 * True once the text of an event stream holds the whole answer to `id`. Made for being asked again and again while
 * the text grows: it parses only when the id and the end of an event after it are there.
 */
export function holdsAnswer(text: string, id: RpcId): boolean {
  const seen = text.search(idPattern(id))
  if (seen === -1 || !/\n\n|\r\r|\r\n\r\n/.test(text.slice(seen))) return false
  return readEventStream(text).events.some((event) => {
    const heard = toHeardText(event.data)
    return heard.kind === 'answer' && isSameId(heard.id, id)
  })
}

const NOTHING: RpcAside = { messages: [], comments: 0, emptyEvents: 0, otherEvents: [] }

type Heard =
  | { readonly kind: 'answer'; readonly id: Json | undefined; readonly message: JsonObject }
  | RpcPassed

type Search = {
  readonly id: RpcId
  readonly form: RpcForm
  readonly aside: RpcAside
  /** How a sentence begins that tells of the missing answer. */
  readonly ending: string
}

function none(why: string): RpcAnswer {
  return { kind: 'none', why, aside: NOTHING }
}

function idPattern(id: RpcId): RegExp {
  const written = JSON.stringify(String(id)).slice(1, -1)
  return new RegExp(
    String.raw`"id"\s*:\s*"?${written.replaceAll(/[^\w]/g, String.raw`\$&`)}"?\s*[,}]`,
  )
}

function isSameId(seen: Json | undefined, id: RpcId): boolean {
  return (typeof seen === 'string' || typeof seen === 'number') && String(seen) === String(id)
}

function whyNotJson(body: Body, type: string | undefined, message: string): string {
  if (body.cut === 'size') return `The answer was cut after ${body.bytes} bytes and is not whole.`
  if (body.cut) return `The answer broke off after ${body.bytes} bytes and is not whole.`
  return `The answer is ${type ?? 'of no named type'} and cannot be read as JSON: ${message}`
}

function readStream(body: Body, id: RpcId): RpcAnswer {
  const { events, comments } = readEventStream(body.text)
  const messages = events.filter(isMessage)
  const aside: RpcAside = {
    messages: [],
    comments: comments.length,
    emptyEvents: messages.filter(({ data }) => data.trim() === '').length,
    otherEvents: events.filter((event) => !isMessage(event)).map(({ type }) => type ?? ''),
  }
  const heard = messages
    .filter(({ data }) => data.trim() !== '')
    .map(({ data }) => toHeardText(data))
  return pick(heard, { id, form: 'stream', aside, ending: endingOf(body) })
}

function isMessage({ type }: { readonly type?: string }): boolean {
  return type === undefined || type === '' || type === 'message'
}

function endingOf({ cut, bytes }: Body): string {
  if (cut === 'timeout') return 'When time ran out, the event stream'
  if (cut === 'failed') return 'When the connection broke, the event stream'
  return cut === 'size' ? `Cut after ${bytes} bytes, the event stream` : 'The event stream'
}

function toHeardText(data: string): Heard {
  const reading = parseJson(data)
  return reading.kind === 'value'
    ? toHeard(reading.value)
    : { kind: 'not-json-rpc', seen: shorten(data) }
}

function toHeard(value: Json): Heard {
  if (!isJsonObject(value)) return { kind: 'not-json-rpc', seen: shorten(JSON.stringify(value)) }
  const method = stringMember(value, 'method')
  if (method !== undefined) {
    return { kind: value.id === undefined ? 'notification' : 'request', method }
  }
  const anonymous = value.id === undefined && toError(value) === undefined
  if (value.result !== undefined || (value.error !== undefined && !anonymous)) {
    return { kind: 'answer', id: value.id, message: value }
  }
  return { kind: 'not-json-rpc', seen: shorten(JSON.stringify(value)) }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function pick(heard: readonly Heard[], search: Search): RpcAnswer {
  const answers = heard.filter((entry) => entry.kind === 'answer')
  const answer =
    answers.find((entry) => isSameId(entry.id, search.id)) ??
    answers.find((entry) => (entry.id ?? null) === null && toError(entry.message) !== undefined)
  const aside = {
    ...search.aside,
    messages: heard.filter((entry) => entry !== answer).map(toPassed),
  }
  if (!answer) return { kind: 'none', why: whyNone(heard, search), aside }
  return toAnswer(answer.message, search.form, aside)
}

function toPassed(heard: Heard): RpcPassed {
  if (heard.kind !== 'answer') return heard
  return { kind: 'other-answer', id: JSON.stringify(heard.id ?? null) }
}

function toAnswer(message: JsonObject, form: RpcForm, aside: RpcAside): RpcAnswer {
  const error = toError(message)
  if (error) return { kind: 'error', error, form, aside }
  const result = objectMember(message, 'result')
  if (result) return { kind: 'result', result, form, aside }
  const seen = message.error === undefined ? 'result' : 'error'
  const why = `The ${seen} of the JSON-RPC answer has not the form of one: ${shorten(JSON.stringify(message[seen]))}`
  return { kind: 'none', why, aside }
}

function toError(message: JsonObject): RpcError | undefined {
  const error = objectMember(message, 'error')
  if (!error || typeof error.code !== 'number') return undefined
  const { code, data } = error
  return {
    code,
    message: stringMember(error, 'message') ?? '',
    ...(data !== undefined && { data }),
  }
}

function whyNone(heard: readonly Heard[], search: Search): string {
  const wanted = `no JSON-RPC answer to the request ${JSON.stringify(search.id)}`
  const others = heard.map(toPassed).map(describe)
  const seen = others.length === 0 ? '' : `; it has ${others.slice(0, 3).join(', ')}`
  return `${search.ending} holds ${wanted}${seen}.`
}

function describe(passed: RpcPassed): string {
  switch (passed.kind) {
    case 'notification':
    case 'request':
      return `the ${passed.kind} ${passed.method}`
    case 'other-answer':
      return `an answer to ${passed.id}`
    case 'not-json-rpc':
      return passed.seen
  }
}
