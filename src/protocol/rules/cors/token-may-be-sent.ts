import { type Exchange, answerOf, findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { pageOrigin } from './blockage.ts'
import { allowanceIn, headersNotAllowed, mayRead } from './cors-headers.ts'
import {
  MCP_HEADERS,
  NATIVE,
  directTo,
  proofOf,
  shownAddress,
  targetOf,
  wasReadable,
  withheldFrom,
} from './withheld.ts'

const FIX = 'List Authorization in Access-Control-Allow-Headers.'

export const tokenMayBeSent: Rule = {
  id: 'CORS-04',
  name: 'token-may-be-sent',
  title:
    'A page may send Authorization to the MCP endpoint (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors'],
  step: 'session',
  stops: true,
  culprit: 'browser',
  check(run) {
    for (const { exchange, blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'headers-not-allowed') continue
      if (!blockage.names.includes('authorization')) continue
      return fail({
        says: `A page may send a token only when the preflight allows Authorization by name, which * does not cover; ${shownAddress(exchange)} ${allowanceIn(blockage.seen)}; ${NATIVE}`,
        fix: FIX,
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-headers'),
        paste: MCP_HEADERS,
      })
    }
    const starred = starredPreflight(run)
    if (starred) {
      return fail({
        says: `Access-Control-Allow-Headers must name Authorization, which * does not cover (Fetch standard); ${shownAddress(starred)} allows "*", so a page may send a token only where its browser is laxer than that; ${NATIVE}`,
        fix: FIX,
        evidence: [inHeader(starred.id, 'access-control-allow-headers')],
        paste: MCP_HEADERS,
      })
    }
    const withToken = directTo(run, 'mcp').filter(
      ({ request }) => findHeader(request.headers, 'authorization') !== undefined,
    )
    return wasReadable(withToken)
      ? PASS
      : cannotTell('The page itself sent no token that was answered')
  },
}

/** A preflight of the MCP endpoint that lets through what is asked for by `*` alone; the relay shows it, a browser never. */
function starredPreflight(run: Run): Exchange | undefined {
  return run.exchanges.find((exchange) => {
    const answer = answerOf(exchange)
    const isPreflight = exchange.request.method === 'OPTIONS' && targetOf(exchange) === 'mcp'
    if (!isPreflight || exchange.to !== 'server' || !answer || answer.status > 299) return false
    const refused = headersNotAllowed(answer.headers, ['authorization', 'x-any-other'])
    return mayRead(answer.headers, pageOrigin(run)) && refused.join() === 'authorization'
  })
}
