import { joinHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inHeader } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const tokenIsNotStored: Rule = {
  id: 'TOK-03',
  name: 'token-is-not-stored',
  title: 'The token response has Cache-Control: no-store',
  level: 'must',
  spec: ['oauth21-token-response', 'rfc6749-5.1'],
  step: 'token',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    const value = joinHeader(seen.answer.headers, 'cache-control')
    const directives = value?.toLowerCase().split(/\s*,\s*/) ?? []
    if (directives.includes('no-store')) return PASS
    return fail({
      says: `A token response must have Cache-Control: no-store; it has ${value === undefined ? 'no Cache-Control' : quoted(value)}.`,
      fix: 'Send Cache-Control: no-store with every answer of the token endpoint.',
      evidence: [inHeader(seen.exchange.id, 'cache-control')],
      paste: { title: 'Header of the token endpoint', text: 'Cache-Control: no-store' },
    })
  },
}
