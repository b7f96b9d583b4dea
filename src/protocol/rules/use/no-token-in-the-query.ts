import type { Rule } from '../../run/rule.ts'
import { isServed, judgeProbe, probeSeen } from '../probe-seen.ts'
import { cannotTell } from '../verdict.ts'

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
  check(run) {
    const bare = probeSeen(run, 'no-token')
    if (bare.kind === 'answered' && isServed(bare)) {
      return cannotTell('The same request is answered without any token: USE-06')
    }
    return judgeProbe(run, {
      names: ['token-in-query'],
      isRight: (seen) => !isServed(seen),
      required: 'A token in the query should not be taken: addresses end up in logs',
      fix: 'Take tokens from the Authorization header only.',
    })
  },
}
