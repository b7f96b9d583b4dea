import type { Rule } from '../../run/rule.ts'
import { judgeProbe, rpcErrorCode } from '../probe-seen.ts'

export const unknownMethodGets404: Rule = {
  id: 'MET-05',
  name: 'unknown-method-gets-404',
  title: 'An unknown method is answered with 404 and -32601',
  level: 'must',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['unknown-method'],
      isRight: (seen) => seen.answer.status === 404 && rpcErrorCode(seen) === -32601,
      required: 'An unknown method must be answered with 404 and -32601',
      fix: 'Send the status 404 with that error.',
    }),
}
