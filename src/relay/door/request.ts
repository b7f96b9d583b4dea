import { isRecord, isRelayHeader } from '../answer.ts'
import type { RelayHeader, RelayLimits, RelayRefusal, RelayRequest } from '../wire.ts'
import { RELAY_LIMITS } from '../wire.ts'
import { quote } from './refusal.ts'

export type ParsedRequest =
  | { readonly kind: 'request'; readonly request: RelayRequest }
  | { readonly kind: 'refused'; readonly refusal: RelayRefusal }

/** They belong to one connection, are the relay's own to set, or would smuggle in a session. */
const FORBIDDEN_HEADERS = new Set([
  'connection',
  'content-length',
  'cookie',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** What Node sends: visible characters of Latin-1, blanks and tabs. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Only `method` and `url` must be there; the rest has the defaults of the limits. */
export function parseRelayRequest(text: string, most: RelayLimits = RELAY_LIMITS): ParsedRequest {
  const value = parseJson(text)
  if (!isRecord(value)) return bad(`The body is no JSON object: ${quote(text)}.`)
  const { method, url, headers = [], body = null, bodyEncoding = 'utf8' } = value
  const { timeout = most.timeout, maximumBytes = most.answerBytes } = value
  if (!isMethod(method)) return bad(`The method ${quote(method)} cannot be relayed.`)
  if (typeof url !== 'string') return bad(`The url is no text: ${quote(url)}.`)
  if (!isHeaderList(headers)) return bad(`The headers are no list of pairs: ${quote(headers)}.`)
  if (body !== null && typeof body !== 'string') return bad(`The body is no text: ${quote(body)}.`)
  if (bodyEncoding !== 'utf8' && bodyEncoding !== 'base64') {
    return bad(`The bodyEncoding is neither utf8 nor base64: ${quote(bodyEncoding)}.`)
  }
  if (bodyEncoding === 'base64' && !BASE64.test(body ?? '')) return bad('The body is no base64.')
  if (!isAmount(timeout) || timeout === 0) {
    return bad(`The timeout is no number of milliseconds: ${quote(timeout)}.`)
  }
  if (!isAmount(maximumBytes)) return bad(`The maximumBytes is no size: ${quote(maximumBytes)}.`)
  const limits = {
    timeout: Math.min(timeout, most.maximumTimeout),
    maximumBytes: Math.min(maximumBytes, most.maximumAnswerBytes),
  }
  const refusal = headers.map(checkHeader).find((found) => found !== undefined)
  if (refusal !== undefined) return { kind: 'refused', refusal }
  return { kind: 'request', request: { method, url, headers, body, bodyEncoding, ...limits } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isMethod(value: unknown): value is string {
  return (
    typeof value === 'string' && TOKEN.test(value) && !FORBIDDEN_METHODS.has(value.toUpperCase())
  )
}

function isHeaderList(value: unknown): value is readonly RelayHeader[] {
  return Array.isArray(value) && value.every(isRelayHeader)
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function checkHeader([name, value]: RelayHeader): RelayRefusal | undefined {
  if (FORBIDDEN_HEADERS.has(name.toLowerCase())) {
    return { error: 'forbidden-header', message: `The header ${name} is not yours to set here.` }
  }
  if (TOKEN.test(name) && HEADER_VALUE.test(value)) return undefined
  const message = `The header ${quote(name)} with the value ${quote(value)} is not valid HTTP.`
  return { error: 'bad-request', message }
}

function bad(message: string): ParsedRequest {
  return { kind: 'refused', refusal: { error: 'bad-request', message } }
}
