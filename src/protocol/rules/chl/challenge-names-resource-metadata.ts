import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeLine, challengeSeen } from './challenge-header.ts'

export const challengeNamesResourceMetadata: Rule = {
  id: 'CHL-02',
  name: 'challenge-names-resource-metadata',
  title: 'The 401 names the resource metadata in WWW-Authenticate',
  level: 'must',
  spec: ['mcp-authorization-2025-06-18', 'rfc9728-5.1'],
  since: '2025-06-18',
  until: '2025-06-18',
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    if (seen.fact.resourceMetadata !== undefined) return PASS
    if (seen.reading.lenient.kind === 'none') {
      return notApplicable('There is no usable Bearer challenge: CHL-05')
    }
    return fail({
      says: `2025-06-18 requires resource_metadata in the challenge of a 401; the header is ${quoted(seen.reading.raw)}.`,
      fix: 'Add resource_metadata with the address of the resource metadata to the Bearer challenge.',
      evidence: [inHeader(seen.fact.exchange, 'www-authenticate')],
      paste: challengeLine(run),
    })
  },
}
