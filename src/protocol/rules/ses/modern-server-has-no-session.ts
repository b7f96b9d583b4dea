import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { servedIn } from '../trn/rpc-calls.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const modernServerHasNoSession: Rule = {
  id: 'SES-06',
  name: 'modern-server-has-no-session',
  title: 'A stateless server gives no session id',
  level: 'practice',
  spec: ['mcp-transport-2026-07-28'],
  since: '2026-07-28',
  step: 'session',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern')
      return notApplicable('The server is spoken to by initialize')
    const calls = servedIn(run).filter(({ method }) => method !== 'initialize')
    const faulty = calls.find(
      ({ answer }) => findHeader(answer.headers, 'mcp-session-id') !== undefined,
    )
    if (faulty === undefined) {
      return calls.some(({ answer }) => answer.headersComplete)
        ? PASS
        : cannotTell('A page may not see whether there is a session id')
    }
    const id = findHeader(faulty.answer.headers, 'mcp-session-id') ?? ''
    return fail({
      says: `2026-07-28 knows no sessions; ${faulty.method} was answered with Mcp-Session-Id ${quoted(id)}.`,
      fix: 'Give no session id to requests of 2026-07-28.',
      evidence: [inHeader(faulty.exchange.id, 'mcp-session-id')],
    })
  },
}
