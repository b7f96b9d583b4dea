import {
  isJsonArray,
  isJsonObject,
  parseJsonObject,
  type Json,
  type JsonObject,
} from '../../protocol/index.ts'

/** One request that a client made, as a run document or a HAR has it. */
export type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** The header WWW-Authenticate of its answer. */
  readonly challenge: string | null
  /** The JSON object of its answer. */
  readonly answer: JsonObject | null
}

/** What was recorded, in order; a sentence where the text is neither a run document nor a HAR. */
export function readRecord(text: string): readonly Seen[] | string {
  const value = parseJsonObject(text)
  if (!value) return 'This is no JSON object: a run document or a HAR is wanted.'
  const { exchanges, log } = value
  if (isJsonArray(exchanges)) return exchanges.flatMap(fromExchange)
  const entries = isJsonObject(log) ? log['entries'] : undefined
  if (isJsonArray(entries)) return entries.flatMap(fromEntry)
  return 'This has neither exchanges, as a run document, nor log.entries, as a HAR.'
}

function fromExchange(value: Json): readonly Seen[] {
  const { request, outcome, diagnostic } = objectOf(value)
  if (diagnostic !== undefined) return []
  const { method, url, headers, body } = objectOf(request)
  const answer = objectOf(outcome)
  return [
    toSeen({
      method,
      url,
      headers: isJsonArray(headers) ? headers.flatMap(toPair) : [],
      body: objectOf(body)['text'],
      answerHeaders: isJsonArray(answer['headers']) ? answer['headers'].flatMap(toPair) : [],
      answer: objectOf(answer['body'])['text'],
    }),
  ]
}

function fromEntry(value: Json): readonly Seen[] {
  const { request, response } = objectOf(value)
  const { method, url, headers, postData } = objectOf(request)
  const answer = objectOf(response)
  if (method === 'OPTIONS') return []
  return [
    toSeen({
      method,
      url,
      headers: isJsonArray(headers) ? headers.flatMap(toPair) : [],
      body: objectOf(postData)['text'],
      answerHeaders: isJsonArray(answer['headers']) ? answer['headers'].flatMap(toPair) : [],
      answer: objectOf(answer['content'])['text'],
    }),
  ]
}

type Parts = {
  readonly method: Json | undefined
  readonly url: Json | undefined
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Json | undefined
  readonly answerHeaders: readonly (readonly [string, string])[]
  readonly answer: Json | undefined
}

function toSeen(parts: Parts): Seen {
  const [, challenge = null] =
    parts.answerHeaders.find(([name]) => name.toLowerCase() === 'www-authenticate') ?? []
  return {
    method: textOf(parts.method),
    url: textOf(parts.url),
    headers: parts.headers,
    body: textOf(parts.body),
    challenge,
    answer: parseJsonObject(textOf(parts.answer)) ?? null,
  }
}

/** A header as a run document has it, `[name, value]`, or as a HAR has it, `{ name, value }`. */
function toPair(header: Json): readonly (readonly [string, string])[] {
  if (isJsonArray(header)) return [[textOf(header[0]), textOf(header[1])]]
  const { name, value } = objectOf(header)
  return [[textOf(name), textOf(value)]]
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
