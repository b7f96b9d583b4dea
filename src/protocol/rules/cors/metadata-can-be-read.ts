import { answerOf } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { type Blockage, pageOrigin } from './blockage.ts'
import { NATIVE, directTo, proofOf, shownAddress, wasReadable, withheldFrom } from './withheld.ts'

export const metadataCanBeRead: Rule = {
  id: 'CORS-08',
  name: 'metadata-can-be-read',
  title:
    'A page may read resource metadata and authorization server metadata (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors', 'oauth21-endpoint-cors'],
  step: 'resource-metadata',
  stops: true,
  culprit: 'browser',
  check(run) {
    const all = withheldFrom(run, 'metadata')
    const proven = all.filter(({ blockage }) => blockage.kind === 'answer-withheld')
    const [first] = proven.toSorted((a, b) => rank(b.blockage) - rank(a.blockage))
    if (first?.blockage.kind === 'answer-withheld') {
      const { exchange, blockage } = first
      const status = answerOf(blockage.seen)?.status
      const how =
        blockage.allowed === undefined ? 'without it' : `with ${quoted(blockage.allowed)} only`
      const what =
        status === undefined
          ? `the host of ${shownAddress(exchange)} answers, but the header is missing or names another origin`
          : `${shownStatus(status)} came from ${shownAddress(exchange)} ${how}`
      return fail({
        says: `A page at ${pageOrigin(run)} may read metadata only with Access-Control-Allow-Origin; ${what}; ${NATIVE}`,
        fix: 'Add the header to the metadata, on 200 and on 404; it is public.',
        evidence: proofOf(exchange, blockage.seen, 'access-control-allow-origin'),
        paste: { title: 'Header of the metadata', text: 'Access-Control-Allow-Origin: *' },
      })
    }
    return wasReadable(directTo(run, 'metadata'))
      ? PASS
      : cannotTell('No metadata came to the page itself')
  },
}

/** A document that exists and is withheld says more than a 404 that is. */
function rank(blockage: Blockage): number {
  if (blockage.kind !== 'answer-withheld') return 0
  return answerOf(blockage.seen)?.status === 200 ? 2 : 1
}
