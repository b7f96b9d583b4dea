import type { Rule } from '../../run/rule.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { pageOrigin } from './blockage.ts'
import {
  MCP_HEADERS,
  NATIVE,
  directTo,
  proofOf,
  shownAddress,
  wasReadable,
  withheldFrom,
} from './withheld.ts'

export const anyOriginMayRead: Rule = {
  id: 'CORS-10',
  name: 'any-origin-may-read',
  title:
    'The MCP endpoint lets this page read, not only others (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    const origin = pageOrigin(run)
    for (const { exchange, blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'answer-withheld' || blockage.allowed === undefined) continue
      return fail({
        says: `The page is at ${origin}; ${shownAddress(exchange)} lets ${quoted(blockage.allowed)} read its answers; ${NATIVE}`,
        fix: 'Send * or the origin of the request (with Vary: Origin), exactly one value; or keep the list, if other pages are to be kept out.',
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-origin'),
        paste: MCP_HEADERS,
        compare: [
          { label: 'Origin of the page', value: origin },
          { label: 'Access-Control-Allow-Origin', value: blockage.allowed },
        ],
      })
    }
    return wasReadable(directTo(run, 'mcp'))
      ? PASS
      : cannotTell('No answer of the MCP endpoint came to the page itself')
  },
}
