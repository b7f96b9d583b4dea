import { parseChallenges } from '../../http/challenge.ts'
import { findHeader, joinHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inStatus, inHeader } from '../evidence.ts'
import { type Answered, answeredIn } from '../record.ts'
import { shownStatus } from '../shown.ts'
import { PASS, fail, notReached } from '../verdict.ts'

export const insufficientScopeIs403: Rule = {
  id: 'SCO-15',
  name: 'insufficient-scope-is-403',
  title: 'A token that lacks a scope is answered with 403',
  level: 'practice',
  spec: ['rfc6750-3.1'],
  since: '2025-11-25',
  step: 'session',
  stops: true,
  culprit: 'server',
  check(run) {
    const used = [...answeredIn(run, 'session'), ...answeredIn(run, 'tools')].filter(
      ({ exchange }) =>
        exchange.to === 'server' &&
        findHeader(exchange.request.headers, 'authorization') !== undefined,
    )
    if (used.length === 0) return notReached('the use of a token')
    const faulty = used.find((each) => each.answer.status !== 403 && lacksScope(each))
    if (faulty === undefined) return PASS
    return fail({
      says: `insufficient_scope should come with 403; it came with ${shownStatus(faulty.answer.status)}, which clients take for something else.`,
      fix: 'Answer 403 when a valid token lacks a scope.',
      evidence: [inStatus(faulty.exchange.id), inHeader(faulty.exchange.id, 'www-authenticate')],
      paste: { title: 'Status of that answer', text: 'HTTP/1.1 403 Forbidden' },
    })
  },
}

function lacksScope({ answer }: Answered): boolean {
  const raw = joinHeader(answer.headers, 'www-authenticate')
  const reading = raw === undefined ? undefined : parseChallenges(raw).lenient
  return reading?.kind === 'bearer' && reading.parameters['error'] === 'insufficient_scope'
}
