import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'
import { isStream } from './rpc-calls.ts'

export const getOpensAStreamOrIs405: Rule = {
  id: 'TRN-04',
  name: 'get-opens-a-stream-or-is-405',
  title: 'GET of the MCP endpoint opens an event stream, or is answered with 405',
  level: 'must',
  spec: ['mcp-transport-2025-11-25'],
  until: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'server',
  check: (run) =>
    judgeProbe(run, {
      names: ['get-endpoint'],
      isRight: ({ answer }) =>
        answer.status === 405 || (answer.status === 200 && isStream(answer.headers)),
      required: 'GET of the MCP endpoint must open an event stream or be answered with 405',
      fix: 'Answer 405 when you offer no stream.',
    }),
}
