import { STEP_IDS } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { inOutcome } from '../evidence.ts'
import { endOf, errorOf } from '../record.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

export const debuggerDoesItsPart: Rule = {
  id: 'DBG-01',
  name: 'debugger-does-its-part',
  title: 'This program does its part without a fault of its own',
  level: 'practice',
  spec: [],
  step: 'challenge',
  stops: true,
  culprit: 'client',
  check(run) {
    const step = STEP_IDS.find((each) => errorOf(run, each)?.code === 'defect')
    if (step === undefined) return PASS
    const last = endOf(run, step)
    const message = errorOf(run, step)?.message ?? ''
    if (last === undefined) return cannotTell(message)
    return fail({
      says: message,
      fix: 'Please report this with the run document; the server is not at fault.',
      evidence: [inOutcome(last.id)],
    })
  },
}
