import type { Rule } from '../../run/rule.ts'
import { inStatus } from '../evidence.ts'
import { shownStatus } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { registrationSeen, registrationToPaste } from './registration-seen.ts'

export const endpointAnswers: Rule = {
  id: 'DCR-06',
  name: 'endpoint-answers',
  title: 'The advertised registration endpoint is there',
  level: 'practice',
  spec: ['rfc8414-2'],
  step: 'registration',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = registrationSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (run.facts.serverMetadata?.guessed) {
      return notApplicable('The address is a default of 2025-03-26; nobody advertised it')
    }
    const { status } = seen.answer
    if (status !== 404 && status !== 405 && status !== 501) return PASS
    return fail({
      says: `The metadata advertises registration at ${seen.exchange.request.url}, which answered ${shownStatus(status)}.`,
      fix: 'Serve dynamic registration there, or take registration_endpoint out of the metadata.',
      evidence: [inStatus(seen.exchange.id)],
      paste: registrationToPaste(seen.asked),
    })
  },
}
