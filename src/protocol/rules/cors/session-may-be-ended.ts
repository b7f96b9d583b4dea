import type { Rule } from '../../run/rule.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import {
  MCP_HEADERS,
  NATIVE,
  directTo,
  proofOf,
  shownAddress,
  wasReadable,
  withheldFrom,
} from './withheld.ts'

export const sessionMayBeEnded: Rule = {
  id: 'CORS-07',
  name: 'session-may-be-ended',
  title:
    'A page may send DELETE to end its session (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors'],
  step: 'tools',
  stops: true,
  culprit: 'browser',
  check(run) {
    for (const { exchange, blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'method-not-allowed') continue
      return fail({
        says: `A page may send ${blockage.method} only when the preflight allows it; ${shownAddress(exchange)} does not; ${NATIVE}`,
        fix: `Add ${blockage.method} to Access-Control-Allow-Methods.`,
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-methods'),
        paste: MCP_HEADERS,
      })
    }
    const ends = directTo(run, 'mcp').filter(({ request }) => request.method === 'DELETE')
    if (ends.length === 0) return notApplicable('The page itself ended no session')
    return wasReadable(ends) ? PASS : cannotTell('The answer to DELETE could not be read')
  },
}
