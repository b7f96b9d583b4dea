import type { Exchange, HeaderList } from './exchange.ts'
import type { Ask } from './wire.ts'

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
  return !['GET', 'HEAD', 'POST'].includes(method) || unsafeHeaderNames(headers).length > 0
}

/** The experiments that tell why a direct answer was unreadable, when a relay can show what a page may not see. */
export function triageByRelay(ask: Ask, failed: Exchange, origin: string): readonly Ask[] {
  const shared = { step: ask.step, to: ask.to, url: ask.url, diagnostic: 'triage', via: 'relay', repeatable: true } as const
  const names = unsafeHeaderNames(ask.headers)
  const preflight: Ask = {
    ...shared,
    purpose: 'Triage: the preflight as the browser would send it',
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', ask.method],
      ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] as const] : []),
    ],
    after: failed.id,
  }
  const repeated: Ask = {
    ...shared,
    purpose: "Triage: the same request with the page's Origin",
    method: ask.method,
    headers: [...ask.headers, ['Origin', origin]],
    ...(ask.body !== undefined && { body: ask.body }),
    ...(ask.answered && { answered: ask.answered }),
    after: failed.id,
  }
  return [
    ...(needsPreflight(ask.method, ask.headers) ? [preflight] : []),
    ...(ask.repeatable ? [repeated] : []),
  ]
}

/** The experiments that a page can make on its own (digest section 4.6): the first is made with `no-cors`. */
export function triageByPage(ask: Ask, failed: Exchange): readonly [Ask, Ask] {
  const shared = { step: ask.step, to: ask.to, url: ask.url, diagnostic: 'triage', via: 'direct', repeatable: true } as const
  return [
    { ...shared, purpose: 'Triage: does the host answer at all', method: 'GET', headers: [], after: failed.id },
    {
      ...shared,
      purpose: 'Triage: a simple request without preflight',
      method: 'GET',
      headers: [['Accept', '*/*']],
      after: failed.id,
    },
  ]
}

function isUnsafe(name: string, value: string): boolean {
  if (SAFELISTED_REQUEST_HEADERS.has(name)) return value.length > 128
  if (name !== 'content-type') return true
  return !SAFELISTED_CONTENT_TYPES.has(value.split(';', 1)[0]?.trim().toLowerCase() ?? '')
}
