import type { Rule } from '../../run/rule.ts'
import { isSuccess, judgeProbe } from '../probe-seen.ts'

export const codeIsBound: Rule = {
  id: 'TOK-10',
  name: 'code-is-bound',
  title: 'A code is bound to its client and redirect URI',
  level: 'must',
  spec: ['oauth21-token-error', 'oauth21-code-response'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      name: 'other-redirect-uri-at-token',
      isRight: (seen) => !isSuccess(seen),
      required: 'A code must not be exchanged with another redirect URI',
      fix: 'Compare client and redirect URI with those of the authorization request.',
    }),
}
