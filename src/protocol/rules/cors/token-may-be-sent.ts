import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { allowanceIn } from './cors-headers.ts'
import {
  MCP_HEADERS,
  NATIVE,
  directTo,
  proofOf,
  shownAddress,
  wasReadable,
  withheldFrom,
} from './withheld.ts'

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
        fix: 'List Authorization in Access-Control-Allow-Headers.',
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-headers'),
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
