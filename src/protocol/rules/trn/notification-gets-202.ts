import type { Rule } from '../../run/rule.ts'
import { inBody, inStatus } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { postedIn } from './rpc-calls.ts'

export const notificationGets202: Rule = {
  id: 'TRN-03',
  name: 'notification-gets-202',
  title: 'An accepted notification is answered with 202 and no body',
  level: 'must',
  spec: ['mcp-transport-2025-11-25', 'mcp-transport-2026-07-28'],
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    const sent = postedIn(run).filter(({ request }) => request['id'] === undefined)
    const accepted = sent.filter(({ answer }) => answer.status >= 200 && answer.status < 300)
    // A server that goes on to list its tools has refused the notification itself, and not the session or the token; of two
    // sessions the last one counts.
    const refused = run.facts.tools && sent.slice(-1).find(({ answer }) => isRefusal(answer.status))
    const faulty =
      refused ??
      accepted.find(({ answer }) => answer.status !== 202 || answer.body.text.trim() !== '')
    if (faulty === undefined) {
      return accepted.length > 0 ? PASS : notApplicable('No notification was accepted')
    }
    const { exchange, answer } = faulty
    const isStatus = answer.status !== 202
    return fail({
      says: `A notification must be answered with 202 and no body; ${faulty.method} was answered with ${isStatus ? shownStatus(answer.status) : `the body ${clipped(answer.body.text)}`}.`,
      fix: 'Answer notifications with 202 Accepted and an empty body.',
      evidence: [isStatus ? inStatus(exchange.id) : inBody(exchange.id)],
      paste: { title: 'Answer to a notification', text: 'HTTP/1.1 202 Accepted' },
    })
  },
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 403
}
