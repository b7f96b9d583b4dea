import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const wrongAcceptBreaksNothing: Rule = {
  id: 'TRN-22',
  name: 'wrong-accept-breaks-nothing',
  title: 'A request that accepts pages only is refused, or answered all the same',
  level: 'practice',
  spec: ['mcp-transport-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['wrong-accept'],
      isRight: ({ answer }) =>
        (answer.status >= 200 && answer.status < 300) ||
        (answer.status >= 400 && answer.status < 500 && answer.status !== 401),
      required: 'A request that accepts neither JSON nor event streams should be refused with 406',
      fix: 'Answer 406 when Accept lacks application/json or text/event-stream.',
    }),
}
