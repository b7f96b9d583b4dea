import type { Json } from '../http/json.ts'

const LONGEST = 120

/** A value as a sentence shows it: in quotes, on one line, shortened when it is long. */
export function quoted(value: string): string {
  return `"${clipped(value)}"`
}

/** Any JSON value as a sentence shows it. */
export function shownJson(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  return typeof value === 'string' ? quoted(value) : clipped(JSON.stringify(value))
}

/** Several values as a sentence shows them: "a", "b" and 3 more. */
export function listed(values: readonly string[]): string {
  const first = values.slice(0, 6).map(quoted).join(', ')
  return values.length > 6 ? `${first} and ${values.length - 6} more` : first
}

/** A status as a sentence shows it: `404 Not Found`. */
export function shownStatus(status: number): string {
  const phrase = PHRASES[status]
  return phrase === undefined ? String(status) : `${status} ${phrase}`
}

/** JSON as a person pastes it. */
export function pretty(value: Json): string {
  return JSON.stringify(value, null, 2)
}

/** The start of a text on one line, for a sentence. */
export function clipped(foreign: string): string {
  const text = foreign.replace(/[\s\p{Cc}]+/gu, ' ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** Foreign words as the end of a sentence: one line, one full stop. */
export function ended(text: string): string {
  return `${text
    .replace(/\s+/g, ' ')
    .replace(/\.\s+(?=\p{Lu})/gu, '; ')
    .replace(/[\s.]+$/, '')}.`
}

const PHRASES: { readonly [status: number]: string } = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}
