import type { Exchange } from './exchange.ts'

/** What is known of an endpoint: whether a page may read its answers. */
export type Readability = 'readable' | 'unreadable' | 'unknown'

/** An endpoint's address without query and fragment; the string itself when it is no URL. */
export function endpointOf(url: string): string {
  try {
    const { origin, pathname } = new URL(url)
    return origin + pathname
  } catch {
    return url
  }
}

/**
 * What the direct exchanges so far say about an endpoint. One unreadable answer outweighs readable ones: CORS often
 * holds for one kind of answer only.
 */
export function readabilityOf(exchanges: readonly Exchange[], url: string): Readability {
  const endpoint = endpointOf(url)
  let known: Readability = 'unknown'
  for (const exchange of exchanges) {
    if (exchange.via !== 'direct' || endpointOf(exchange.request.url) !== endpoint) continue
    if (exchange.diagnostic === 'triage') continue
    if (exchange.outcome.kind === 'unreadable' && !isReadableCheck(exchange)) return 'unreadable'
    if (exchange.outcome.kind === 'response') known = 'readable'
    if (exchange.outcome.kind === 'unreadable' && known === 'unknown') known = 'unreadable'
  }
  return known
}

function isReadableCheck(exchange: Exchange): boolean {
  return exchange.diagnostic === 'readable'
}
