import type { Rule } from '../../run/rule.ts'
import { callbackSeen, isAnswer, promisesIss } from '../aur/callback-seen.ts'
import { inBody, inUrl } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const promisedIssIsSent: Rule = {
  id: 'ISS-04',
  name: 'promised-iss-is-sent',
  title: 'An iss that the metadata promises is sent',
  level: 'must',
  spec: ['rfc9207-2.4', 'mcp-response-2026-07-28'],
  since: '2025-06-18',
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!promisesIss(run)) return notApplicable('The metadata does not promise iss')
    if (seen.callback.iss !== undefined) return PASS
    if (!isAnswer(seen.callback)) return cannotTell('The query holds no answer: AUR-03')
    const found = run.facts.serverMetadata?.found
    const member = '/authorization_response_iss_parameter_supported'
    return fail({
      says: 'The metadata promises iss in every answer; this answer has none, so a client must reject it.',
      fix: 'Add iss with your issuer identifier to every redirect, errors included, or take the promise out of the metadata.',
      evidence: [inUrl(seen.callback.exchange), ...(found ? [inBody(found.exchange, member)] : [])],
      paste: {
        title: 'Parameter of the redirect',
        text: `iss=${encodeURIComponent(seen.request.issuer)}`,
      },
    })
  },
}
