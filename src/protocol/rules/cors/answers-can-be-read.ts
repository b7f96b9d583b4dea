import { answerOf } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { shownStatus } from '../shown.ts'
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

export const answersCanBeRead: Rule = {
  id: 'CORS-01',
  name: 'answers-can-be-read',
  title:
    'A page may read every answer of the MCP endpoint (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    for (const { exchange, blockage } of withheldFrom(run, 'mcp')) {
      if (blockage.kind !== 'answer-withheld' || blockage.allowed !== undefined) continue
      const status = answerOf(blockage.seen)?.status
      const what =
        status === undefined
          ? `the host of ${shownAddress(exchange)} answers, but the header is missing or names another origin`
          : `${shownStatus(status)} came from ${shownAddress(exchange)} without it`
      return fail({
        says: `A page at ${pageOrigin(run)} may read an answer only with Access-Control-Allow-Origin; ${what}; ${NATIVE}`,
        fix: 'Add the header to every answer, 401 and errors included: CORS has to come before authentication.',
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-origin'),
        paste: MCP_HEADERS,
      })
    }
    return wasReadable(directTo(run, 'mcp'))
      ? PASS
      : cannotTell('No answer of the MCP endpoint came to the page itself')
  },
}
