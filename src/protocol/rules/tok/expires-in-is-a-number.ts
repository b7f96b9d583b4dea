import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const expiresInIsANumber: Rule = {
  id: 'TOK-06',
  name: 'expires-in-is-a-number',
  title: 'The token response has expires_in, as a number',
  level: 'should',
  spec: ['oauth21-token-response'],
  step: 'token',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    if (seen.form !== 'json') return notApplicable('The answer is not JSON: TOK-02')
    const seconds = seen.members?.['expires_in']
    if (typeof seconds === 'number' && seconds > 0) return PASS
    return fail({
      says: `expires_in should be the lifetime in seconds, as a number above 0; it is ${shownJson(seconds)}.`,
      fix: 'Send expires_in as a JSON number, so that clients know when to refresh.',
      evidence: [inBody(seen.exchange.id, '/expires_in')],
      paste: { title: 'Member of the token response', text: '"expires_in": 3600' },
    })
  },
}
