import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const unknownSessionGets404: Rule = {
  id: 'SES-20',
  name: 'unknown-session-gets-404',
  title: 'A session id that the server does not know is answered with 404',
  level: 'practice',
  spec: ['mcp-sessions-2025-11-25'],
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['unknown-session'],
      isRight: ({ answer }) => answer.status === 404,
      required: 'Clients begin anew at a 404; a session id that nobody gave should get one',
      fix: 'Answer 404 to a session id that you do not know, as after a restart.',
    }),
}
