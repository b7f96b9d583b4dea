import type { Exchange } from '../../protocol/index.ts'

/** Headers that a page may send to another origin without asking (Fetch Standard, CORS-safelisted request-header). */
const SAFELISTED: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
])

const SIMPLE_TYPE =
  /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\s*(?:;|$)/i

/**
 * Why the browser asks the server for permission before this request, or an empty list when it does not.
 * A page never sees that request itself; it follows from what is sent (Fetch Standard, CORS-preflight fetch).
 */
export function findPreflightReasons(exchange: Exchange, pageOrigin: string): readonly string[] {
  const reasons = findReasonsElsewhere(exchange)
  // The address comes last: to parse one costs more than all the rest.
  return reasons.length > 0 && isElsewhere(exchange.request.url, pageOrigin) ? reasons : []
}

/** The same for a request that is known to go to another origin. */
export function findReasonsElsewhere(exchange: Exchange): readonly string[] {
  const { method, headers } = exchange.request
  if (exchange.via !== 'direct' || exchange.outcome.kind === 'opaque') return []
  const reasons = ['GET', 'HEAD', 'POST'].includes(method) ? [] : [`the method ${method}`]
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (!SAFELISTED.has(lower)) reasons.push(`the header ${name}`)
    else if (lower === 'content-type' && !SIMPLE_TYPE.test(value)) {
      reasons.push(`the Content-Type ${value}`)
    }
  }
  return reasons
}

function isElsewhere(url: string, pageOrigin: string): boolean {
  return URL.canParse(url) && new URL(url).origin !== pageOrigin
}
