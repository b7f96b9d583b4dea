import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { findExchange } from '../../run/run.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeSeen } from './challenge-header.ts'

export const noErrorWithoutToken: Rule = {
  id: 'CHL-08',
  name: 'no-error-without-token',
  title: 'A challenge names no error when no token was sent',
  level: 'should',
  spec: ['rfc6750-3.1'],
  since: '2025-06-18',
  step: 'challenge',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    const { error, exchange, status } = seen.fact
    const sent = findExchange(run, exchange)?.request.headers ?? []
    if (findHeader(sent, 'authorization') !== undefined) return notApplicable('A token was sent')
    if (status !== 401) return notApplicable(`The answer was ${status}, no 401`)
    if (error === undefined) return PASS
    return fail({
      says: `A challenge should name no error when the request had no token; this one says error=${quoted(error)}.`,
      fix: 'Send error only when a token came and was refused: clients tell by it whether to refresh.',
      evidence: [inHeader(exchange, 'www-authenticate')],
    })
  },
}
