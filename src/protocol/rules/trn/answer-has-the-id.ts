import type { JsonObject } from '../../http/json.ts'
import type { Paste, Rule, Verdict } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import type { Answered } from '../record.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { type Call, isStream, messagesIn, servedIn } from './rpc-calls.ts'

export const answerHasTheId: Rule = {
  id: 'TRN-06',
  name: 'answer-has-the-id',
  title: 'An answer is JSON-RPC 2.0 and has the id of its request',
  level: 'must',
  spec: ['mcp-transport-2025-11-25', 'mcp-messages-2026-07-28'],
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const served = servedIn(run)
    const empty = served.find(endedWithoutAnswer)
    if (empty) return judgeEmptyStream(empty)
    const calls = served.filter((call) => answersIn(call).length > 0)
    if (calls.length === 0) return notReached('a JSON-RPC answer')
    for (const call of calls) {
      const fault = faultOf(call)
      if (fault === undefined) continue
      return fail({
        says: `The answer to ${call.method} must have jsonrpc "2.0" and the id ${shownJson(call.id)} of its request; its ${fault.member} is ${shownJson(fault.message[fault.member])}.`,
        fix: 'Copy the id of the request into the answer, with its type, and send jsonrpc "2.0".',
        evidence: [
          inBody(call.exchange.id, isStream(call.answer.headers) ? undefined : `/${fault.member}`),
        ],
        paste: answerToPaste(call),
      })
    }
    return PASS
  },
}

function endedWithoutAnswer(call: Call): boolean {
  const isWhole = isStream(call.answer.headers) && call.answer.body.cut === undefined
  return isWhole && answersIn(call).length === 0
}

function judgeEmptyStream(call: Call): Verdict {
  return fail({
    says: `The event stream for ${call.method} ended without an answer to the id ${shownJson(call.id)}.`,
    fix: 'Send the answer as an event before the stream is closed.',
    evidence: [inBody(call.exchange.id)],
    paste: answerToPaste(call),
  })
}

function answerToPaste({ id }: Call): Paste {
  return {
    title: 'Members of the answer beside its result',
    text: `"jsonrpc": "2.0", "id": ${JSON.stringify(id)}`,
  }
}

/** The JSON-RPC answers in an answer, to whatever id. */
export function answersIn(seen: Answered): readonly JsonObject[] {
  return messagesIn(seen).filter(
    (message) => message['result'] !== undefined || message['error'] !== undefined,
  )
}

function faultOf(
  call: Call,
): { readonly member: string; readonly message: JsonObject } | undefined {
  const answers = answersIn(call)
  const mine = answers.find((message) => message['id'] === call.id)
  const [message] = mine ? [mine] : answers
  if (message === undefined) return undefined
  if (message['jsonrpc'] !== '2.0') return { member: 'jsonrpc', message }
  return mine ? undefined : { member: 'id', message }
}
