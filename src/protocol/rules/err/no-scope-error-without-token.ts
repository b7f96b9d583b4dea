import type { Rule } from '../../run/rule.ts'
import { challengeLine } from '../chl/challenge-header.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'

export const noScopeErrorWithoutToken: Rule = {
  id: 'ERR-02',
  name: 'no-scope-error-without-token',
  title: 'A request without a token is not refused for its scope',
  level: 'practice',
  spec: ['rfc6750-3.1'],
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const fact = run.facts.challenge
    if (fact === undefined) return notReached('an answer to a request without a token')
    if (!fact.required) return notApplicable('The server answers without a token')
    if (fact.status !== 403 || fact.error !== 'insufficient_scope') return PASS
    return fail({
      says: 'A request without a token has no scope that could be insufficient and is answered with 401; the server answered 403 insufficient_scope.',
      fix: 'Check first whether there is a token at all, and answer 401 when there is none.',
      evidence: [inStatus(fact.exchange), inHeader(fact.exchange, 'www-authenticate')],
      paste: challengeLine(run),
    })
  },
}
