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
    if (isRefusedForOrigin(exchange, exchanges)) return 'unreadable'
    if (exchange.outcome.kind === 'response') known = 'readable'
    if (exchange.outcome.kind === 'unreadable' && known === 'unknown') known = 'unreadable'
  }
  return known
}

/**
 * A refusal that the relay, which sends no Origin, did not get: the endpoint answers, but not to this page. Two 403
 * that say different things are two refusals.
 */
export function isRefusedForOrigin(exchange: Exchange, exchanges: readonly Exchange[]): boolean {
  const refused = exchange.outcome
  if (refused.kind !== 'response' || ![401, 403].includes(refused.status)) return false
  return exchanges.some(({ after, via, diagnostic, outcome }) => {
    const isRepeated = after === exchange.id && via === 'relay' && diagnostic === undefined
    if (!isRepeated || outcome.kind !== 'response') return false
    const says = refused.status === 403 && outcome.body.text !== refused.body.text
    return outcome.status !== refused.status || says
  })
}

function isReadableCheck(exchange: Exchange): boolean {
  return exchange.diagnostic === 'readable'
}
