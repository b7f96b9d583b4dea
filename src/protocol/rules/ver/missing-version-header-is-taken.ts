import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const missingVersionHeaderIsTaken: Rule = {
  id: 'VER-04',
  name: 'missing-version-header-is-taken',
  title: 'A request without version header is taken for 2025-03-26',
  level: 'should',
  spec: ['mcp-version-header-2025-11-25'],
  since: '2025-06-18',
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['no-version'],
      isRight: ({ answer }) => answer.status !== 400,
      required: 'A request without MCP-Protocol-Version should be taken for 2025-03-26',
      fix: 'Do not refuse requests for a missing version header.',
    }),
}
