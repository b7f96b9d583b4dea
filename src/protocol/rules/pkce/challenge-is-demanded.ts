import type { Rule } from '../../run/rule.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { probeSeen } from '../probe-seen.ts'
import { OPEN_ANSWER, targetOf } from '../uri/authorization-answer.ts'
import { PASS, fail } from '../verdict.ts'

export const challengeIsDemanded: Rule = {
  id: 'PKCE-04',
  name: 'challenge-is-demanded',
  title: 'An authorization request without PKCE is refused',
  level: 'must',
  spec: ['oauth21-code-response', 'mcp-pkce-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = probeSeen(run, 'no-code-challenge')
    if (seen.kind === 'unknown') return seen.verdict
    const target = targetOf(seen)
    if (target?.searchParams.has('code')) {
      return fail({
        says: `A public client that sends no code_challenge must be refused; it got a code, with ${seen.answer.status}.`,
        fix: 'Demand code_challenge from public clients.',
        evidence: [inStatus(seen.exchange.id), inHeader(seen.exchange.id, 'location')],
      })
    }
    const isRefused = seen.answer.status >= 400 || target?.searchParams.has('error') === true
    return isRefused ? PASS : OPEN_ANSWER
  },
}
