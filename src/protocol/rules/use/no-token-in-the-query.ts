import type { Rule } from '../../run/rule.ts'
import { isSuccess, judgeProbe } from '../probe-seen.ts'

export const noTokenInTheQuery: Rule = {
  id: 'USE-09',
  name: 'no-token-in-the-query',
  title: 'A token in the query is not taken',
  level: 'practice',
  spec: ['mcp-token-2026-07-28'],
  since: '2025-06-18',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      name: 'token-in-query',
      isRight: (seen) => !isSuccess(seen),
      required: 'A token in the query should not be taken: addresses end up in logs',
      fix: 'Take tokens from the Authorization header only.',
    }),
}
