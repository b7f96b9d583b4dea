import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { isStream, servedIn } from './rpc-calls.ts'

export const streamIsNotBuffered: Rule = {
  id: 'TRN-09',
  name: 'stream-is-not-buffered',
  title: 'An event stream asks proxies not to buffer it',
  level: 'should',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const streams = servedIn(run).filter(({ answer }) => isStream(answer.headers))
    if (streams.length === 0) return notApplicable('No answer was an event stream')
    const faulty = streams.find(
      ({ answer }) => findHeader(answer.headers, 'x-accel-buffering')?.toLowerCase() !== 'no',
    )
    if (faulty === undefined) return PASS
    if (!faulty.answer.headersComplete) return cannotTell('A page may not see X-Accel-Buffering')
    return fail({
      says: `An event stream should have X-Accel-Buffering: no; the one to ${faulty.method} does not.`,
      fix: 'Send the header with event streams.',
      evidence: [inHeader(faulty.exchange.id, 'x-accel-buffering')],
      paste: { title: 'Header of event streams', text: 'X-Accel-Buffering: no' },
    })
  },
}
