import type { Rule } from '../../run/rule.ts'
import { judgeProbe, rpcErrorCode } from '../probe-seen.ts'

export const missingMetaIsRefused: Rule = {
  id: 'MET-02',
  name: 'missing-meta-is-refused',
  title: 'A request without the required _meta is answered with 400 and -32602',
  level: 'must',
  spec: ['mcp-meta-2026-07-28'],
  since: '2026-07-28',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['no-meta'],
      isRight: (seen) => seen.answer.status === 400 && rpcErrorCode(seen) === -32602,
      required: 'A request without the required _meta must be answered with 400 and -32602',
      fix: 'Check protocolVersion and clientCapabilities in _meta of each request.',
    }),
}
