import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { registrationSeen } from './registration-seen.ts'

export const secretTellsItsEnd: Rule = {
  id: 'DCR-03',
  name: 'secret-tells-its-end',
  title: 'A client_secret comes with client_secret_expires_at',
  level: 'must',
  spec: ['rfc7591-3.2.1'],
  step: 'registration',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { document } = seen
    if (document?.['client_secret'] === undefined || seen.answer.status >= 300) {
      return notApplicable('No client secret was issued')
    }
    const end = document['client_secret_expires_at']
    if (typeof end === 'number') return PASS
    return fail({
      says: `client_secret_expires_at must be a number when a secret is issued (0 for never); it is ${shownJson(end)}.`,
      fix: 'Add client_secret_expires_at in seconds since 1970, or 0.',
      evidence: [inBody(seen.exchange.id, '/client_secret_expires_at')],
      paste: { title: 'Member of the registration answer', text: '"client_secret_expires_at": 0' },
    })
  },
}
