import type { Rule } from '../../run/rule.ts'
import { givesToken, judgeProbe } from '../probe-seen.ts'

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
      names: ['other-redirect-uri-at-token', 'other-client-at-token'],
      isRight: (seen) => !givesToken(seen),
      required: 'A code must not be exchanged with another redirect URI or by another client',
      fix: 'Compare client and redirect URI with those of the authorization request.',
    }),
}
