import type { Rule } from '../../run/rule.ts'
import { isServed, judgeProbe } from '../probe-seen.ts'

export const foreignTokenIsRefused: Rule = {
  id: 'USE-03',
  name: 'foreign-token-is-refused',
  title: 'A token for another resource is refused',
  level: 'must',
  spec: ['mcp-token-2026-07-28', 'rfc8707-2'],
  since: '2025-06-18',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['foreign-token'],
      isRight: (seen) => !isServed(seen),
      required: 'A token that was not issued for this server must be refused',
      fix: 'Check that the audience of the token is this server.',
    }),
}
