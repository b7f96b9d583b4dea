import type { Rule } from '../../run/rule.ts'
import { givesToken, judgeProbe } from '../probe-seen.ts'

export const codeWorksOnce: Rule = {
  id: 'TOK-08',
  name: 'code-works-once',
  title: 'A code works once',
  level: 'must',
  spec: ['oauth21-token-error'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['code-again'],
      isRight: (seen) => !givesToken(seen),
      required: 'A code must not be exchanged a second time',
      fix: 'Mark codes as used, and revoke what was issued for one that comes again.',
    }),
}
