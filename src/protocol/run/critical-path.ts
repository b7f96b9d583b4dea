import { type Exchange, endedAt } from '../http/exchange.ts'

/**
 * The longest chain of exchanges of which each began after the one before had ended: the time that a faster server
 * cannot save, only fewer exchanges or more of them at once. Of a walk's exchanges those count that it needed: no
 * experiments, nothing that was asked ahead and never used. A navigation to the authorization server and the way back
 * are two.
 */
export function criticalPath(exchanges: readonly Exchange[]): readonly Exchange[] {
  const byStart = exchanges.flatMap(toLink).toSorted((a, b) => a.start - b.start || a.end - b.end)
  const byEnd = byStart.toSorted((a, b) => a.end - b.end || a.start - b.start)
  let ended = 0
  let longest: Link | undefined
  for (const link of byStart) {
    for (let next = byEnd[ended]; next && isBefore(next, link); next = byEnd[ended]) {
      longest = longer(longest, next)
      ended += 1
    }
    link.length = (longest?.length ?? 0) + 1
    link.before = longest
  }
  return chainOf(byStart.reduce<Link | undefined>(longer, undefined))
}

type Link = {
  readonly exchange: Exchange
  readonly start: number
  readonly end: number
  /** How many exchanges the longest chain has that ends here; 0 until it is known. */
  length: number
  before?: Link | undefined
}

function toLink(exchange: Exchange): readonly Link[] {
  const end = endedAt(exchange)
  const isNeeded = exchange.diagnostic === undefined && exchange.ahead?.used !== false
  const isSecondArrival = exchange.via === 'navigation' && exchange.after !== undefined
  if (end === undefined || !isNeeded || isSecondArrival) return []
  return [{ exchange, start: exchange.startedAt, end, length: 0 }]
}

function isBefore(earlier: Link, later: Link): boolean {
  return earlier.end <= later.start && earlier.length > 0
}

function longer(one: Link | undefined, other: Link): Link {
  return one && one.length >= other.length ? one : other
}

function chainOf(last: Link | undefined): readonly Exchange[] {
  const chain: Exchange[] = []
  for (let link = last; link; link = link.before) chain.push(link.exchange)
  return chain.toReversed()
}
