import { stringMember, stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { quoted, shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { registrationSeen, registrationToPaste } from './registration-seen.ts'

/** Statuses that refuse everybody. */
const CLOSED = new Set([401, 403, 404, 405])

export const acceptsThisClient: Rule = {
  id: 'DCR-21',
  name: 'accepts-this-client',
  title: 'Registration accepts the metadata of this client',
  level: 'practice',
  spec: ['rfc7591-3.2.2'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { status } = seen.answer
    const error =
      stringMember(seen.document, 'error') ?? (status === 429 ? shownStatus(429) : undefined)
    if (seen.answer.status < 300 && error === undefined) return PASS
    if (error === undefined || CLOSED.has(seen.answer.status) || seen.answer.status >= 500) {
      return notApplicable('This is no refusal of the metadata: DCR-04, DCR-20')
    }
    const description = stringMember(seen.document, 'error_description')
    const [redirect] = stringsMember(seen.asked, 'redirect_uris') ?? []
    return fail({
      says: `Registration was refused with ${error}${description === undefined ? '' : `: ${quoted(description)}`}.`,
      fix:
        status === 429
          ? 'Wait as long as Retry-After says, or allow more registrations.'
          : error === 'invalid_redirect_uri' && redirect !== undefined
            ? `Allow the redirect URI ${redirect} for dynamically registered clients.`
            : 'Allow clients with the metadata that was sent, or name in error_description what must change.',
      evidence: [inBody(seen.exchange.id, '/error')],
      paste: registrationToPaste(seen.asked),
    })
  },
}
