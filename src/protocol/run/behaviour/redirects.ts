import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { Wire } from '../../http/wire.ts'

const MOST_HOPS = 5

/** The wire of a client that sends a POST again to where a 307 or 308 points within its origin; each hop is an exchange. */
export function followingPosts(wire: Wire): Wire {
  return {
    ...wire,
    async send(ask) {
      let exchange = await wire.send(ask)
      for (let hop = 0; hop < MOST_HOPS; hop += 1) {
        const url = targetOf(exchange)
        if (url === undefined) break
        exchange = await wire.send({ ...ask, url, after: exchange.id })
      }
      return exchange
    },
  }
}

function targetOf(exchange: Exchange): string | undefined {
  const { method, url } = exchange.request
  const answer = answerOf(exchange)
  if (method !== 'POST' || (answer?.status !== 307 && answer?.status !== 308)) return undefined
  const location = findHeader(answer.headers, 'Location')
  if (location === undefined || !URL.canParse(location, url)) return undefined
  const target = new URL(location, url)
  return target.origin === new URL(url).origin ? target.href : undefined
}
