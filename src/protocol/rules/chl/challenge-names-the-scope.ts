import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeLine, challengeSeen } from './challenge-header.ts'

export const challengeNamesTheScope: Rule = {
  id: 'CHL-10',
  name: 'challenge-names-the-scope',
  title: 'The challenge of a 401 names the scope that is needed',
  level: 'should',
  spec: ['mcp-scopes-2026-07-28', 'mcp-discovery-2025-11-25'],
  since: '2025-11-25',
  step: 'challenge',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    if (seen.reading.lenient.kind === 'none')
      return notApplicable('There is no Bearer challenge: CHL-05')
    if (seen.fact.scope !== undefined && seen.fact.scope !== '') return PASS
    return fail({
      says: 'The challenge should name the scope that the request needs; it has no scope, so clients ask for all of scopes_supported, or for none.',
      fix: 'Add scope with the scopes that this request needs to the challenge.',
      evidence: [inHeader(seen.fact.exchange, 'www-authenticate')],
      paste: challengeLine(run),
    })
  },
}
