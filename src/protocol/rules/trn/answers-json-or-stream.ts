import { mediaType } from '../../http/exchange.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import { inBody, inHeader } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { type Call, isStream, messagesIn, servedIn } from './rpc-calls.ts'

const TYPES = new Set(['application/json', 'text/event-stream'])

export const answersJsonOrStream: Rule = {
  id: 'TRN-02',
  name: 'answers-json-or-stream',
  title: 'A request is answered as application/json or text/event-stream',
  level: 'must',
  spec: ['mcp-transport-2025-11-25', 'mcp-transport-2026-07-28'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const calls = servedIn(run)
    if (calls.length === 0) return notReached('an answer to an MCP request')
    const faulty = calls.find(({ answer }) => !TYPES.has(mediaType(answer.headers) ?? ''))
    if (faulty === undefined) return judgeBodies(calls)
    const type = mediaType(faulty.answer.headers)
    return fail({
      says: `${faulty.method} must be answered as application/json or text/event-stream; ${shownStatus(faulty.answer.status)} came ${type === undefined ? 'without Content-Type' : `as ${type}`}.`,
      fix: 'Send Content-Type: application/json with a JSON-RPC answer, or an event stream.',
      evidence: [inHeader(faulty.exchange.id, 'content-type')],
      paste: { title: 'Header of the answer', text: 'Content-Type: application/json' },
    })
  },
}

/** JSON has to be a JSON-RPC message; an answer that was cut is judged by NET-04. */
function judgeBodies(calls: readonly Call[]): Verdict {
  const faulty = calls.find(
    (call) =>
      !isStream(call.answer.headers) &&
      call.answer.body.cut === undefined &&
      messagesIn(call).length === 0,
  )
  if (faulty === undefined) return PASS
  return fail({
    says: `${faulty.method} must be answered with a JSON-RPC message; the body is ${clipped(faulty.answer.body.text) || 'empty'}.`,
    fix: 'Answer with one JSON object: jsonrpc, the id of the request, and result or error.',
    evidence: [inBody(faulty.exchange.id)],
  })
}
