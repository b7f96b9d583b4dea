import type { Rule } from '../../run/rule.ts'
import { givesToken, judgeProbe } from '../probe-seen.ts'

export const replacedTokenIsDead: Rule = {
  id: 'REF-02',
  name: 'replaced-token-is-dead',
  title: 'A replaced refresh token works no more',
  level: 'practice',
  spec: ['mcp-token-theft-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['refresh-token-again'],
      isRight: (seen) => !givesToken(seen),
      required: 'A refresh token that was replaced should be refused',
      fix: 'Refuse it, and revoke the grant: somebody else may have it.',
    }),
}
