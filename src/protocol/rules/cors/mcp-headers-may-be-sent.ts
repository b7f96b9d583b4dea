import type { Rule } from '../../run/rule.ts'
import { listed } from '../shown.ts'
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

export const mcpHeadersMayBeSent: Rule = {
  id: 'CORS-05',
  name: 'mcp-headers-may-be-sent',
  title:
    'A page may send the headers of MCP requests (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    for (const { exchange, blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'headers-not-allowed') continue
      const names = blockage.names.filter(
        (name) => name !== 'authorization' && name !== 'content-type',
      )
      if (names.length === 0) continue
      return fail({
        says: `This request needs the headers ${listed(names)}, and a page may send them only when the preflight allows them; ${shownAddress(exchange)} ${allowanceIn(blockage.seen)}; ${NATIVE}`,
        fix: `Add ${names.join(', ')} to Access-Control-Allow-Headers.`,
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-headers'),
        paste: MCP_HEADERS,
      })
    }
    return wasReadable(directTo(run, 'mcp'))
      ? PASS
      : cannotTell('No answer of the MCP endpoint came to the page itself')
  },
}
