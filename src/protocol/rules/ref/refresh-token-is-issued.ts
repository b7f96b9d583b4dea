import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { broughtToken, tokenAnswerSeen } from '../tok/token-answer-seen.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const refreshTokenIsIssued: Rule = {
  id: 'REF-05',
  name: 'refresh-token-is-issued',
  title: 'A refresh token is issued when one is wanted',
  level: 'practice',
  spec: ['mcp-refresh-2026-07-28'],
  step: 'refresh',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const wanted = run.config.also.includes('refresh') || run.steps.refresh.result !== undefined
    if (!wanted) return notApplicable('Nobody asked for a refresh')
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!broughtToken(seen)) return notApplicable('There is no token in the answer')
    if (typeof seen.members?.['refresh_token'] === 'string') return PASS
    const asked = run.facts.scope?.offlineAccess ? ', although offline_access was asked for' : ''
    return fail({
      says: `No refresh token was issued${asked}; it is not promised to a client, and the person has to sign in again when the token ends.`,
      fix: 'Issue a refresh token to this client; where that needs offline_access, list it in scopes_supported of the authorization server.',
      evidence: [inBody(seen.exchange.id, '/refresh_token')],
      paste: {
        title: 'Member of the token response',
        text: '"refresh_token": "<refresh token>"',
      },
    })
  },
}
