import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const endedSessionGets404: Rule = {
  id: 'SES-04',
  name: 'ended-session-gets-404',
  title: 'A session that was ended is answered with 404',
  level: 'must',
  spec: ['mcp-sessions-2025-11-25'],
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['ended-session'],
      isRight: ({ answer }) => answer.status === 404,
      required: 'A session that was ended must be answered with 404, so that clients begin anew',
      fix: 'Answer 404 to a session id that you do not know any more.',
    }),
}
