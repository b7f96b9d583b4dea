import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const everyRequestNeedsTheToken: Rule = {
  id: 'USE-06',
  name: 'every-request-needs-the-token',
  title: 'A live session does not stand in for the token',
  level: 'must',
  spec: ['mcp-token-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['no-token'],
      isRight: ({ answer }) => answer.status === 401,
      required:
        'Every request must carry the token, in a live session too; one without must get 401',
      fix: 'Check the token on each request, not only on initialize.',
    }),
}
