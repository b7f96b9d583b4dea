import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const badTokenGets401: Rule = {
  id: 'USE-04',
  name: 'bad-token-gets-401',
  title: 'An invalid token is answered with 401',
  level: 'must',
  spec: ['mcp-token-2026-07-28', 'mcp-errors-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['garbage-token'],
      isRight: ({ answer }) => answer.status === 401,
      required: 'A token that nobody issued must be refused with 401',
      fix: 'Answer 401 with error="invalid_token" to any token that does not hold, whatever is wrong with it.',
    }),
}
