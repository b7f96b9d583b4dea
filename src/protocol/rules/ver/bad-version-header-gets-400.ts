import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

export const badVersionHeaderGets400: Rule = {
  id: 'VER-03',
  name: 'bad-version-header-gets-400',
  title: 'A version header that is not supported is answered with 400',
  level: 'must',
  spec: ['mcp-version-header-2025-11-25'],
  since: '2025-06-18',
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['legacy-version'],
      isRight: ({ answer }) => answer.status === 400,
      required: 'A version header that the server does not support must be answered with 400',
      fix: 'Check MCP-Protocol-Version on each request.',
    }),
}
