import { mediaType } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { shownStatus } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { servedIn } from './rpc-calls.ts'

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
    if (faulty === undefined) return PASS
    const type = mediaType(faulty.answer.headers)
    return fail({
      says: `${faulty.method} must be answered as application/json or text/event-stream; ${shownStatus(faulty.answer.status)} came ${type === undefined ? 'without Content-Type' : `as ${type}`}.`,
      fix: 'Send Content-Type: application/json with a JSON-RPC answer, or an event stream.',
      evidence: [inHeader(faulty.exchange.id, 'content-type')],
      paste: { title: 'Header of the answer', text: 'Content-Type: application/json' },
    })
  },
}
