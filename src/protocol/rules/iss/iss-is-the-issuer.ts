import type { Rule } from '../../run/rule.ts'
import { callbackSeen } from '../aur/callback-seen.ts'
import { inUrl } from '../evidence.ts'
import { differenceBetween } from '../prm/resource-comparison.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const issIsTheIssuer: Rule = {
  id: 'ISS-05',
  name: 'iss-is-the-issuer',
  title: 'iss is the very issuer that the person was sent to',
  level: 'must',
  spec: ['rfc9207-2.4', 'mcp-response-2026-07-28'],
  since: '2025-06-18',
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { callback, request } = seen
    if (callback.iss === undefined) return notApplicable('The answer has no iss')
    if (callback.iss === request.issuer) return PASS
    return fail({
      says: `iss must be ${request.issuer}, the issuer recorded before the redirect; it is ${callback.iss}: ${differenceBetween(request.issuer, callback.iss)}; a client must not use what came with it.`,
      fix: 'Send the issuer of your metadata in iss, character by character. If you did not expect another issuer, this may be a mix-up attack.',
      evidence: [inUrl(callback.exchange), inUrl(request.exchange)],
      paste: {
        title: 'Parameter of the redirect',
        text: `iss=${encodeURIComponent(request.issuer)}`,
      },
      compare: [
        { label: 'Issuer recorded', value: request.issuer },
        { label: 'iss', value: callback.iss },
      ],
    })
  },
}
