import type { Rule } from '../../run/rule.ts'
import { inStatus } from '../evidence.ts'
import { clipped, shownStatus } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { registrationSeen, registrationToPaste } from './registration-seen.ts'

export const takesJson: Rule = {
  id: 'DCR-01',
  name: 'takes-json',
  title: 'The registration endpoint takes a POST with JSON',
  level: 'must',
  spec: ['rfc7591-3.1'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const { status, body } = seen.answer
    if (status !== 406 && status !== 415) return PASS
    return fail({
      says: `The registration endpoint must take client metadata as JSON; ${seen.exchange.request.url} answered ${shownStatus(status)}${body.text === '' ? '' : `: ${clipped(body.text)}`}.`,
      fix: 'Accept POST with Content-Type application/json at the registration endpoint.',
      evidence: [inStatus(seen.exchange.id)],
      paste: registrationToPaste(seen.asked),
    })
  },
}
