import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeLine, challengeSeen } from './challenge-header.ts'

export const challengeIsThere: Rule = {
  id: 'CHL-04',
  name: 'challenge-is-there',
  title: 'A 401 carries a WWW-Authenticate header',
  level: 'must',
  spec: ['oauth21-bearer-challenge', 'rfc9110-11.6.1'],
  since: '2025-06-18',
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'read') return PASS
    if (seen.fact.status !== 401) return notApplicable(`The answer was ${seen.fact.status}, no 401`)
    return fail({
      says: 'A 401 must carry WWW-Authenticate with a Bearer challenge; this one has no such header.',
      fix: 'Send WWW-Authenticate with every 401, and check that no proxy in front of the server removes it.',
      evidence: [inHeader(seen.fact.exchange, 'www-authenticate')],
      paste: challengeLine(run),
    })
  },
}
