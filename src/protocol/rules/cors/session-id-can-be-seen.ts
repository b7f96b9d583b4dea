import { answerOf, findHeader } from '../../http/exchange.ts'
import { mayMissSession } from '../../run/behaviour/session-refusal.ts'
import type { Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader, inStatus } from '../evidence.ts'
import { originalOf } from '../record.ts'
import { type Call, callsIn } from '../trn/rpc-calls.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { NATIVE } from './withheld.ts'

export const sessionIdCanBeSeen: Rule = {
  id: 'CORS-03',
  name: 'session-id-can-be-seen',
  title: 'A page may see Mcp-Session-Id (no MCP rule; native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-cors-exposed'],
  step: 'session',
  stops: true,
  culprit: 'browser',
  check(run) {
    const call = callsIn(run).findLast(
      ({ method, rpc }) => method === 'initialize' && rpc.kind === 'result',
    )
    if (call === undefined) return notApplicable('There was no initialize')
    const isSeen = findHeader(call.answer.headers, 'mcp-session-id') !== undefined
    const direct = originalOf(run, call.exchange)
    if (direct.via !== 'direct' || answerOf(direct) === undefined) {
      return cannotTell('The answer to initialize did not come to the page itself')
    }
    if (isSeen && direct.id === call.exchange.id) return PASS
    if (call.answer.headersComplete && !isSeen)
      return notApplicable('The server gives no session id')
    const refused = isSeen ? call : refusedForSession(run, call)
    if (refused === undefined) {
      return cannotTell(
        'A page may not see whether there is a session id; the server does not miss one',
      )
    }
    return fail({
      says: isSeen
        ? `The server gives a session id, but a page sees Mcp-Session-Id only when Access-Control-Expose-Headers names it; ${NATIVE}`
        : `The page saw no Mcp-Session-Id, and ${refused.method} without one was answered with ${refused.answer.status}: the server most likely gives a session id that it does not expose; ${NATIVE}`,
      fix: 'Expose the header.',
      evidence: [inHeader(direct.id, 'mcp-session-id'), inStatus(refused.exchange.id)],
      paste: {
        title: 'Header of every answer of the MCP endpoint',
        text: 'Access-Control-Expose-Headers: WWW-Authenticate, Mcp-Session-Id',
      },
    })
  },
}

/** A later request that was refused as one without a session. */
function refusedForSession(run: Run, initialize: Call): Call | undefined {
  return callsIn(run).find(
    ({ exchange, answer, method }) =>
      method !== 'initialize' &&
      exchange.startedAt >= initialize.exchange.startedAt &&
      mayMissSession(answer) &&
      findHeader(exchange.request.headers, 'mcp-session-id') === undefined,
  )
}
