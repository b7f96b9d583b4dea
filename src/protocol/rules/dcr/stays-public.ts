import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { isAccepted, registrationSeen } from './registration-seen.ts'

export const staysPublic: Rule = {
  id: 'DCR-05',
  name: 'stays-public',
  title: 'A client that asked for no secret gets none',
  level: 'practice',
  spec: ['rfc7591-2', 'rfc7591-3.2.1'],
  step: 'registration',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!isAccepted(seen)) return notApplicable('Registration was refused')
    if (seen.asked['token_endpoint_auth_method'] !== 'none') {
      return notApplicable('The client asked for a secret')
    }
    const method = stringMember(seen.document, 'token_endpoint_auth_method')
    const hasSecret = seen.document?.['client_secret'] !== undefined
    if (!hasSecret && (method === undefined || method === 'none')) return PASS
    const secret = hasSecret ? 'a client_secret' : 'no secret'
    return fail({
      says: `The client asked for token_endpoint_auth_method none, as a page cannot keep a secret; it was given ${secret} and the method ${method ?? 'unnamed'}.`,
      fix: 'Register the client as public: no client_secret, token_endpoint_auth_method none.',
      evidence: [
        inBody(seen.exchange.id, hasSecret ? '/client_secret' : '/token_endpoint_auth_method'),
      ],
      paste: {
        title: 'Member of the registration answer',
        text: '"token_endpoint_auth_method": "none"',
      },
    })
  },
}
