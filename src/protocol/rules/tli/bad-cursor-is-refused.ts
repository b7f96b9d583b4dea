import type { Rule } from '../../run/rule.ts'
import { judgeProbe, rpcErrorCode } from '../probe-seen.ts'

export const badCursorIsRefused: Rule = {
  id: 'TLI-03',
  name: 'bad-cursor-is-refused',
  title: 'A cursor that nobody gave is answered with -32602',
  level: 'should',
  spec: ['mcp-tools-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['bad-cursor'],
      isRight: (seen) => rpcErrorCode(seen) === -32602,
      required: 'A cursor that nobody gave should be answered with -32602',
      fix: 'Check cursors, and refuse those you did not give.',
    }),
}
