import { findHeader } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { inOutcome, inStatus } from '../evidence.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { allowanceIn } from './cors-headers.ts'
import {
  MCP_HEADERS,
  NATIVE,
  type Withheld,
  directTo,
  proofOf,
  shownAddress,
  wasReadable,
  withheldFrom,
} from './withheld.ts'

export const preflightIsAnswered: Rule = {
  id: 'CORS-06',
  name: 'preflight-is-answered',
  title:
    'The MCP endpoint answers preflights with 2xx, before authentication (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-preflight'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    for (const each of withheldFrom(run, 'mcp')) {
      const verdict = judge(each)
      if (verdict) return verdict
    }
    return wasReadable(directTo(run, 'mcp'))
      ? PASS
      : cannotTell('No answer of the MCP endpoint came to the page itself')
  },
}

function judge({ exchange, blockage }: Withheld): Verdict | undefined {
  const fix =
    'Answer OPTIONS with 204 and the headers below, before authentication and without a redirect; preflights never carry a token.'
  if (blockage.kind === 'preflight-refused') {
    const { answer } = blockage.seen
    const location = findHeader(answer.headers, 'location')
    const where = location === undefined ? '' : `, to ${quoted(location)}`
    return fail({
      says: `A browser asks with OPTIONS first and needs 2xx; ${shownAddress(exchange)} answered it with ${shownStatus(answer.status)}${where}; ${NATIVE}`,
      fix,
      evidence: [inStatus(blockage.seen.exchange.id), inOutcome(exchange.id)],
      paste: MCP_HEADERS,
    })
  }
  if (blockage.kind === 'headers-not-allowed' && blockage.names.includes('content-type')) {
    return fail({
      says: `A page may send JSON only when the preflight allows Content-Type; ${shownAddress(exchange)} ${allowanceIn(blockage.seen)}; ${NATIVE}`,
      fix,
      evidence: proofOf(exchange, blockage.seen, 'access-control-allow-headers'),
      paste: MCP_HEADERS,
    })
  }
  if (blockage.kind !== 'preflight-suspected') return undefined
  return fail({
    says: `A page can read a simple GET of ${shownAddress(exchange)}, but not the ${exchange.request.method} that needs a preflight: the preflight, which the browser does not show, is most likely refused; ${NATIVE}`,
    fix,
    evidence: [inOutcome(exchange.id), inOutcome(blockage.seen.id)],
    paste: MCP_HEADERS,
  })
}
