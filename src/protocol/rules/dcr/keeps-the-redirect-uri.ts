import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { isAccepted, registrationSeen } from './registration-seen.ts'

export const keepsTheRedirectUri: Rule = {
  id: 'DCR-10',
  name: 'keeps-the-redirect-uri',
  title: 'The registered redirect URIs contain the one that was asked for',
  level: 'practice',
  spec: ['rfc7591-3.2.1'],
  step: 'registration',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!isAccepted(seen)) return notApplicable('Registration was refused')
    const [asked] = stringsMember(seen.asked, 'redirect_uris') ?? []
    if (asked === undefined) return cannotTell('The request names no redirect URI')
    const registered = stringsMember(seen.document, 'redirect_uris')
    if (registered?.includes(asked)) return PASS
    const [other] = registered ?? []
    return fail({
      says: `The client asked for the redirect URI ${asked}; the answer has ${registered === undefined ? 'no redirect_uris' : listed(registered) || 'an empty list'}.`,
      fix: 'Register the redirect URI as it was sent, and give it back in redirect_uris.',
      evidence: [inBody(seen.exchange.id, '/redirect_uris')],
      ...(other !== undefined && {
        compare: [
          { label: 'Asked for', value: asked },
          { label: 'Registered', value: other },
        ],
      }),
    })
  },
}
