import { answerOf } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { ownDocumentAsked } from './own-document.ts'

/** What an authorization server is advised to read at most. */
const LIMIT = 5 * 1024

export const documentIsSmall: Rule = {
  id: 'CIMD-07',
  name: 'document-is-small',
  title: 'The client document has at most 5 KB',
  level: 'practice',
  spec: ['cimd-6.6'],
  since: '2025-11-25',
  step: 'registration',
  stops: false,
  culprit: 'client',
  check(run) {
    const asked = ownDocumentAsked(run)
    if (asked.kind === 'unknown') return asked.verdict
    const { exchange, url } = asked
    const answer = answerOf(exchange)
    if (answer?.status !== 200) return cannotTell(`From here, no document could be read at ${url}`)
    const { bytes } = answer.body
    if (bytes <= LIMIT) return PASS
    return fail({
      says: `Authorization servers may read no more than ${LIMIT} bytes of a client document; ${url} has ${bytes}.`,
      fix: 'Leave out what is not needed, and give jwks_uri and logo_uri as addresses.',
      evidence: [inBody(exchange.id)],
    })
  },
}
