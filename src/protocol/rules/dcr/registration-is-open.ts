import type { Rule } from '../../run/rule.ts'
import { inStatus } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { registrationSeen, registrationToPaste } from './registration-seen.ts'

export const registrationIsOpen: Rule = {
  id: 'DCR-20',
  name: 'registration-is-open',
  title: 'Registration needs no credential and no place on a list',
  level: 'practice',
  spec: ['rfc7591-3'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { status, body } = seen.answer
    if (status !== 401 && status !== 403) return PASS
    return fail({
      says: `The metadata advertises registration at ${seen.exchange.request.url}, but it is closed to this client: ${shownStatus(status)}${body.text === '' ? '' : `, ${clipped(body.text)}`}.`,
      fix: 'Open registration to unknown clients, or take registration_endpoint out of the metadata and give people a client id.',
      evidence: [inStatus(seen.exchange.id)],
      paste: registrationToPaste(seen.asked),
    })
  },
}
