import type { Rule } from '../../run/rule.ts'
import { judgeProbe, rpcErrorCode } from '../probe-seen.ts'

export const headersAreCompared: Rule = {
  id: 'MET-04',
  name: 'headers-are-compared',
  title: 'A header that is missing or differs from the body is answered with 400 and -32020',
  level: 'must',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: [
        'other-method-header',
        'no-method-header',
        'other-name-header',
        'other-version-header',
        'no-version',
      ],
      isRight: (seen) => seen.answer.status === 400 && rpcErrorCode(seen) === -32020,
      required:
        'A header that is missing or differs from the body must be answered with 400 and -32020',
      fix: 'Compare Mcp-Method, Mcp-Name and MCP-Protocol-Version with the body.',
    }),
}
