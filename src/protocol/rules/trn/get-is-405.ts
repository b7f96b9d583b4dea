import type { Rule } from '../../run/rule.ts'
import { isServed, judgeProbe, probeSeen } from '../probe-seen.ts'
import { notApplicable } from '../verdict.ts'

export const getIs405: Rule = {
  id: 'TRN-05',
  name: 'get-is-405',
  title: 'GET of a stateless MCP endpoint is answered with 405',
  level: 'should',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check(run) {
    const older = probeSeen(run, 'legacy-initialize')
    if (older.kind === 'answered' && isServed(older)) {
      return notApplicable('The server speaks earlier revisions too')
    }
    return judgeProbe(run, {
      names: ['get-endpoint'],
      isRight: ({ answer }) => answer.status === 405,
      required: 'A server of 2026-07-28 alone should answer GET with 405',
      fix: 'Answer 405 to all but POST.',
    })
  },
}
