import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeSeen } from './challenge-header.ts'

export const parametersComeOnceInAChallenge: Rule = {
  id: 'CHL-06',
  name: 'parameters-come-once-in-a-challenge',
  title: 'No parameter is repeated within a challenge',
  level: 'must',
  spec: ['oauth21-bearer-challenge', 'rfc9110-11.6.1'],
  since: '2025-06-18',
  step: 'challenge',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    const fault = seen.reading.faults.find(({ kind }) => kind === 'duplicate-parameter')
    if (fault === undefined) return PASS
    return fail({
      says: `No parameter may come twice in a challenge: ${fault.says.replace(/\.$/, '')} in ${quoted(seen.reading.raw)}.`,
      fix: 'Send each parameter once; often two layers, a proxy and the server say, add their own.',
      evidence: [inHeader(seen.fact.exchange, 'www-authenticate', fault.span)],
    })
  },
}
