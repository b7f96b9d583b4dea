import type { Rule } from '../../run/rule.ts'
import { callbackSeen, isAnswer, valuesOf } from '../aur/callback-seen.ts'
import { inUrl } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

export const noChallengeInTheAnswer: Rule = {
  id: 'PKCE-06',
  name: 'no-challenge-in-the-answer',
  title: 'The authorization response does not repeat the code challenge',
  level: 'must',
  spec: ['oauth21-code-response'],
  step: 'callback',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!isAnswer(seen.callback)) return cannotTell('The query holds no answer: AUR-03')
    const echoed = ['code_challenge', 'code_challenge_method'].find(
      (name) => valuesOf(seen.callback, name).length > 0,
    )
    if (echoed === undefined) return PASS
    return fail({
      says: `The authorization response must not carry the code challenge; it has ${echoed}.`,
      fix: `Leave ${echoed} out of the redirect.`,
      evidence: [inUrl(seen.callback.exchange)],
    })
  },
}
