import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const missingSessionGets400: Rule = {
  id: 'SES-03',
  name: 'missing-session-gets-400',
  title: 'A request without its session id is answered with 400',
  level: 'should',
  spec: ['mcp-sessions-2025-11-25'],
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['no-session'],
      isRight: ({ answer }) => answer.status === 400,
      required: 'A request without the session id that the server gave should be answered with 400',
      fix: 'Check Mcp-Session-Id on each request after initialize.',
    }),
}
