import type { Rule } from '../../run/rule.ts'
import { givesToken, judgeProbe } from '../probe-seen.ts'

export const verifierIsChecked: Rule = {
  id: 'PKCE-05',
  name: 'verifier-is-checked',
  title: 'A code is not exchanged with another verifier, or with none',
  level: 'must',
  spec: ['oauth21-token-error', 'mcp-pkce-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['other-verifier', 'no-verifier'],
      isRight: (seen) => !givesToken(seen),
      required: 'A code exchange with another verifier, or with none, must be refused',
      fix: 'Compare the verifier with the challenge of the authorization request.',
    }),
}
