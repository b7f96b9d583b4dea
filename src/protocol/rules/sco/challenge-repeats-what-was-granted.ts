import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { parametersOf, refusalsWithToken } from './refusal-with-token.ts'

export const challengeRepeatsWhatWasGranted: Rule = {
  id: 'SCO-14',
  name: 'challenge-repeats-what-was-granted',
  title: 'A challenge for more scopes repeats the ones that the client has',
  level: 'practice',
  spec: ['mcp-step-up-2025-11-25'],
  since: '2025-11-25',
  until: '2025-11-25',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const [refusal] = refusalsWithToken(run)
    const named = refusal && parametersOf(refusal)['scope']?.split(' ')
    if (refusal === undefined || named === undefined) return notApplicable('No 403 named scopes')
    const asked = run.authorizations[0]?.scope?.split(' ')
    if (asked === undefined) return cannotTell('It is not known which scopes the client has')
    const left = asked.filter((scope) => !named.includes(scope))
    if (left.length === 0) return PASS
    return fail({
      says: `2025-11-25 recommends that a challenge for more scopes repeats the ones that are still needed; ${listed(left)} was granted before and is not named.`,
      fix: 'Name the scopes that the client has and still needs together with the new ones.',
      evidence: [inHeader(refusal.exchange.id, 'www-authenticate')],
    })
  },
}
