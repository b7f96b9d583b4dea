import type { Rule } from '../../run/rule.ts'
import { callbackSeen, promisesIss } from '../aur/callback-seen.ts'
import { inUrl } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const issIsSent: Rule = {
  id: 'ISS-02',
  name: 'iss-is-sent',
  title: 'Authorization responses carry iss, on success and on error',
  level: 'should',
  spec: ['mcp-response-2026-07-28', 'rfc9207-2'],
  since: '2026-07-28',
  step: 'callback',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.callback.iss !== undefined) return PASS
    if (promisesIss(run)) return notApplicable('iss was promised and is missing: ISS-04')
    return fail({
      says: 'The authorization server should name itself in iss of every answer; this one has none.',
      fix: 'Add iss with your issuer identifier to every redirect, and advertise it in the metadata.',
      evidence: [inUrl(seen.callback.exchange)],
      paste: {
        title: 'Member of the authorization server metadata',
        text: '"authorization_response_iss_parameter_supported": true',
      },
    })
  },
}
