import type { Rule } from '../../run/rule.ts'
import { inRequestHeader, inStatus } from '../evidence.ts'
import { endFirst } from '../record.ts'
import { postedIn } from '../trn/rpc-calls.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { hasLostSession } from './session-refusal.ts'

export const sessionIsKept: Rule = {
  id: 'SES-21',
  name: 'session-is-kept',
  title: 'The session that initialize began is known to the next request',
  level: 'practice',
  spec: ['mcp-sessions-2025-11-25'],
  until: '2025-11-25',
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const posted = postedIn(run)
    const refused = posted.filter(hasLostSession)
    const [last] = endFirst(
      run,
      refused.map(({ exchange }) => exchange),
    )
    const lost = refused.find(({ exchange }) => exchange === last)
    if (lost === undefined) {
      return run.facts.session?.sessionId === undefined
        ? notApplicable('There is no session')
        : PASS
    }
    return fail({
      says: `${lost.method} was answered with ${lost.answer.status} to the session id that initialize had just brought: the server does not find its own session.`,
      fix: 'Keep sessions where every instance finds them, or send all requests of one session to one instance.',
      evidence: [inStatus(lost.exchange.id), inRequestHeader(lost.exchange.id, 'mcp-session-id')],
    })
  },
}
