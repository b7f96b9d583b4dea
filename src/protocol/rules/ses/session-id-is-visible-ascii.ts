import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { callsIn } from '../trn/rpc-calls.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const sessionIdIsVisibleAscii: Rule = {
  id: 'SES-01',
  name: 'session-id-is-visible-ascii',
  title: 'The session id has visible ASCII characters only',
  level: 'must',
  spec: ['mcp-sessions-2025-11-25'],
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const call = callsIn(run).findLast(({ method }) => method === 'initialize')
    if (call === undefined) return notApplicable('There was no initialize')
    const id = findHeader(call.answer.headers, 'mcp-session-id')
    if (id === undefined) {
      return call.answer.headersComplete
        ? notApplicable('The server gives no session id')
        : cannotTell('A page may not see whether there is a session id: CORS-03')
    }
    if (/^[\x21-\x7e]+$/.test(id)) return PASS
    return fail({
      says: `A session id must have characters from 0x21 to 0x7E only; it is ${quoted(id)}.`,
      fix: 'Make session ids from letters and digits, a UUID say.',
      evidence: [inHeader(call.exchange.id, 'mcp-session-id')],
    })
  },
}
