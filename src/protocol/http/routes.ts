import type { Exchange } from './exchange.ts'
import { readabilityOf } from './readability.ts'
import type { Ask } from './wire.ts'

/** The person's choice of transport. */
export type TransportName = 'auto' | 'direct' | 'relay'

/** What decides the way of a request. */
export type Crossroads = {
  readonly transport: TransportName
  readonly canRelay: boolean
  readonly exchanges: readonly Exchange[]
}

/**
 * Which way a request goes. In `auto` a page tries itself first, except where it is known that it may not read the
 * answer, or where it is not known and the request cannot be repeated.
 */
export function chooseRoute(
  ask: Pick<Ask, 'url' | 'repeatable'>,
  { transport, canRelay, exchanges }: Crossroads,
): 'direct' | 'relay' {
  if (transport === 'relay') return 'relay'
  if (!canRelay) return 'direct'
  const known = readabilityOf(exchanges, ask.url)
  if (known === 'unreadable') return 'relay'
  return known === 'readable' || ask.repeatable ? 'direct' : 'relay'
}
