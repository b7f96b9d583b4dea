import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const tokenIsShortLived: Rule = {
  id: 'TOK-07',
  name: 'token-is-short-lived',
  title: 'The access token lives a day at most',
  level: 'practice',
  spec: ['mcp-token-theft-2026-07-28'],
  step: 'token',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    const seconds = seen.members?.['expires_in']
    if (typeof seconds !== 'number')
      return cannotTell('The answer does not say how long the token lives: TOK-06')
    if (seconds <= 86_400) return PASS
    return fail({
      says: `Access tokens should be short-lived; this one lives ${Math.round(seconds / 3600)} hours, and the limit of 24 hours is ours.`,
      fix: 'Issue tokens for an hour or so, with a refresh token for longer use.',
      evidence: [inBody(seen.exchange.id, '/expires_in')],
    })
  },
}
