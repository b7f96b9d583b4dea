import type { ChallengeFault } from '../../http/challenge.ts'
import type { Rule, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { inHeader } from '../evidence.ts'
import { ended, listed, quoted } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { challengeLine, challengeSeen, hasScheme, schemesOf } from './challenge-header.ts'

export const challengeIsBearer: Rule = {
  id: 'CHL-05',
  name: 'challenge-is-bearer',
  title: 'The challenge has the scheme Bearer and at least one parameter',
  level: 'must',
  spec: ['oauth21-bearer-challenge', 'rfc6750-3'],
  since: '2025-06-18',
  step: 'challenge',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = challengeSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'absent') return notApplicable('There is no challenge at all: CHL-04')
    const { reading } = seen
    const parameters = reading.lenient.kind === 'bearer' ? reading.lenient.parameters : {}
    const fault = reading.faults.find(({ kind }) => kind !== 'duplicate-parameter')
    if (fault && hasScheme(reading, 'bearer')) return judgeFault(run, seen.fact.exchange, fault)
    if (Object.keys(parameters).length > 0) return PASS
    const what = hasScheme(reading, 'bearer')
      ? `the Bearer challenge in ${quoted(reading.raw)} has none`
      : `the header offers ${listed(schemesOf(reading)) || quoted(reading.raw)}`
    return fail({
      says: `The challenge must have the scheme Bearer with one or more parameters; ${what}.`,
      fix: 'Add a Bearer challenge that names the resource metadata.',
      evidence: [inHeader(seen.fact.exchange, 'www-authenticate')],
      paste: challengeLine(run),
    })
  },
}

/** A client that reads by the letter gives up here, where a lenient one goes on. */
function judgeFault(run: Run, exchange: string, fault: ChallengeFault): Verdict {
  return fail({
    says: `The challenge must be Bearer with well-formed parameters, name="value" with commas between; at column ${fault.span[0] + 1}: ${ended(fault.says)}`,
    fix: 'Write each parameter as name="value", without spaces around the equals sign, with commas between.',
    evidence: [inHeader(exchange, 'www-authenticate', fault.span)],
    paste: challengeLine(run),
  })
}
