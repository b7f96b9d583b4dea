import { type Exchange, type HeaderList, type ResponseOutcome, joinHeader } from './exchange.ts'
import type { Ask } from './wire.ts'

const SIMPLE_METHODS = ['GET', 'HEAD', 'POST']
const SAFELISTED_REQUEST_HEADERS = new Set(['accept', 'accept-language', 'content-language'])
const SAFELISTED_CONTENT_TYPES = new Set([
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
])

/** The names, in lower case and sorted, that make a browser ask permission first (Fetch, CORS-unsafe request headers). */
export function unsafeHeaderNames(headers: HeaderList): readonly string[] {
  return headers
    .filter(([name, value]) => isUnsafe(name.toLowerCase(), value))
    .map(([name]) => name.toLowerCase())
    .toSorted()
}

/** True when a browser sends a preflight before this cross-origin request. */
export function needsPreflight(method: string, headers: HeaderList): boolean {
  return !SIMPLE_METHODS.includes(method) || unsafeHeaderNames(headers).length > 0
}

/** The preflight that a browser sends before this request, made through the relay, which shows its answer. */
export function preflightAsk(ask: Ask, failed: Exchange, origin: string): Ask {
  const names = unsafeHeaderNames(ask.headers)
  return {
    ...experimentByRelay(ask, failed),
    purpose: 'Triage: the preflight as the browser would send it',
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', ask.method],
      ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] as const] : []),
    ],
  }
}

/**
 * Whether a browser that got this answer to its preflight sends the request (Fetch, CORS-preflight fetch). The standard
 * leaves Authorization out of `*`, browsers count it in: a request may have left, and may then not be made again.
 */
export function preflightPermits(
  answer: ResponseOutcome,
  ask: Pick<Ask, 'method' | 'headers'>,
  origin: string,
): boolean {
  const allowed = joinHeader(answer.headers, 'Access-Control-Allow-Origin')
  const methods = listOf(answer, 'Access-Control-Allow-Methods')
  const names = listOf(answer, 'Access-Control-Allow-Headers')
  return (
    answer.status >= 200 &&
    answer.status < 300 &&
    (allowed === '*' || allowed === origin) &&
    (SIMPLE_METHODS.includes(ask.method) ||
      methods.includes(ask.method.toLowerCase()) ||
      methods.includes('*')) &&
    (names.includes('*') || unsafeHeaderNames(ask.headers).every((name) => names.includes(name)))
  )
}

/** The experiments that tell why a direct answer was unreadable, when a relay can show what a page may not see. */
export function triageByRelay(ask: Ask, failed: Exchange, origin: string): readonly Ask[] {
  const same = ask.repeatable ? ask : ask.instead
  const kind = ask.repeatable ? 'the same request' : 'a request that can change nothing,'
  const repeated: readonly Ask[] = same
    ? [
        {
          ...experimentByRelay(ask, failed),
          purpose: `Triage: ${kind} with the page's Origin`,
          method: ask.method,
          headers: [...same.headers, ['Origin', origin]],
          ...(same.body !== undefined && { body: same.body }),
          ...(ask.answered && { answered: ask.answered }),
        },
      ]
    : []
  const isAsked = needsPreflight(ask.method, ask.headers)
  return [...(isAsked ? [preflightAsk(ask, failed, origin)] : []), ...repeated]
}

function experimentByRelay({ step, to, url }: Ask, failed: Exchange) {
  const diagnostic = 'triage'
  return { step, to, url, diagnostic, via: 'relay', repeatable: true, after: failed.id } as const
}

/** The experiments that a page can make on its own (digest section 4.6): the first is made with `no-cors`. */
export function triageByPage(ask: Ask, failed: Exchange): readonly [Ask, Ask] {
  const shared = {
    step: ask.step,
    to: ask.to,
    url: ask.url,
    diagnostic: 'triage',
    via: 'direct',
    repeatable: true,
  } as const
  const isSimple = ask.instead && !needsPreflight('POST', ask.instead.headers)
  const harmless = isSimple ? { method: 'POST', ...ask.instead } : undefined
  return [
    {
      ...shared,
      purpose: 'Triage: does the host answer at all',
      ...(harmless ?? { method: 'GET', headers: [] }),
      after: failed.id,
    },
    {
      ...shared,
      purpose: 'Triage: a simple request without preflight',
      ...(harmless ?? { method: 'GET', headers: [['Accept', '*/*']] }),
      after: failed.id,
    },
  ]
}

function isUnsafe(name: string, value: string): boolean {
  if (SAFELISTED_REQUEST_HEADERS.has(name)) return value.length > 128
  if (name !== 'content-type') return true
  return !SAFELISTED_CONTENT_TYPES.has(value.split(';', 1)[0]?.trim().toLowerCase() ?? '')
}

function listOf(answer: ResponseOutcome, name: string): readonly string[] {
  const value = joinHeader(answer.headers, name) ?? ''
  return value.split(',').map((entry) => entry.trim().toLowerCase())
}
