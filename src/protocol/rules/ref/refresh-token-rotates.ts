import { parseJsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { findAnswered } from '../record.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const refreshTokenRotates: Rule = {
  id: 'REF-01',
  name: 'refresh-token-rotates',
  title: 'A refresh brings a public client a new refresh token',
  level: 'must',
  spec: ['mcp-token-theft-2026-07-28'],
  since: '2025-06-18',
  step: 'refresh',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const refresh = run.facts.refresh
    if (refresh === undefined) return notApplicable('No token was refreshed')
    if (run.facts.clientIdentity?.authentication !== 'none') {
      return notApplicable('The client authenticates, so its refresh token may stay')
    }
    const seen = findAnswered(run, refresh.exchange)
    if (seen === undefined || seen.answer.status >= 300)
      return cannotTell('The refresh brought no token')
    const sent = new URLSearchParams(seen.exchange.request.body?.text ?? '').get('refresh_token')
    const fresh = stringMember(parseJsonObject(seen.answer.body.text), 'refresh_token')
    if (fresh !== undefined && fresh !== sent) return PASS
    return fail({
      says: `Refresh tokens of public clients must be replaced at each use; ${fresh === undefined ? 'no new one' : 'the same one'} came from ${seen.exchange.request.url}.`,
      fix: 'Rotate refresh tokens for public clients, or bind them to a key of the client.',
      evidence: [inBody(seen.exchange.id, '/refresh_token')],
    })
  },
}
