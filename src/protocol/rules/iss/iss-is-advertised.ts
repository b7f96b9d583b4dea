import type { Rule } from '../../run/rule.ts'
import { callbackSeen, promisesIss } from '../aur/callback-seen.ts'
import { inBody, inUrl } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const issIsAdvertised: Rule = {
  id: 'ISS-03',
  name: 'iss-is-advertised',
  title: 'A server that sends iss says so in its metadata',
  level: 'must',
  spec: ['mcp-response-2026-07-28', 'rfc9207-2.3'],
  since: '2026-07-28',
  step: 'callback',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.callback.iss === undefined) return notApplicable('The answer has no iss')
    const found = run.facts.serverMetadata?.found
    if (found === undefined) return cannotTell('There is no metadata that could say so')
    if (promisesIss(run)) return PASS
    return fail({
      says: 'A server that sends iss must publish authorization_response_iss_parameter_supported: true; its metadata does not.',
      fix: 'Add that member to the metadata.',
      evidence: [
        inBody(found.exchange, '/authorization_response_iss_parameter_supported'),
        inUrl(seen.callback.exchange),
      ],
      paste: {
        title: 'Member of the authorization server metadata',
        text: '"authorization_response_iss_parameter_supported": true',
      },
    })
  },
}
