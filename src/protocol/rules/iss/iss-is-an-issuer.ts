import type { Rule } from '../../run/rule.ts'
import { issuerFault } from '../addresses.ts'
import { callbackSeen } from '../aur/callback-seen.ts'
import { inUrl } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const issIsAnIssuer: Rule = {
  id: 'ISS-08',
  name: 'iss-is-an-issuer',
  title: 'iss is an https URL without query and fragment',
  level: 'must',
  spec: ['rfc9207-2'],
  since: '2026-07-28',
  step: 'callback',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { iss, exchange } = seen.callback
    if (iss === undefined) return notApplicable('The answer has no iss')
    const fault = issuerFault(iss)
    if (fault === undefined) return PASS
    return fail({
      says: `iss must be an https URL without query and fragment; ${quoted(iss)} ${fault}.`,
      fix: 'Send the issuer of your metadata in iss.',
      evidence: [inUrl(exchange)],
    })
  },
}
