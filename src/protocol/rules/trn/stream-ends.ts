import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { isStream, servedIn } from './rpc-calls.ts'

export const streamEnds: Rule = {
  id: 'TRN-07',
  name: 'stream-ends',
  title: 'An event stream ends after the answer',
  level: 'should',
  spec: ['mcp-transport-2026-07-28'],
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const streams = servedIn(run).filter(({ answer }) => isStream(answer.headers))
    if (streams.length === 0) return notApplicable('No answer was an event stream')
    const open = streams.find(
      ({ answer, rpc }) => rpc.kind !== 'none' && answer.body.cut === 'timeout',
    )
    if (open === undefined) {
      return streams.some(({ answer }) => answer.body.cut === undefined)
        ? PASS
        : cannotTell('The stream was left once it had given its answer')
    }
    return fail({
      says: `An event stream should end after the answer; the one to ${open.method} was still open when time ran out.`,
      fix: 'Close the stream once the answer is sent.',
      evidence: [inBody(open.exchange.id)],
    })
  },
}
