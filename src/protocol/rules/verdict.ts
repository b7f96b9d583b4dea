import type { ResponseOutcome } from '../http/exchange.ts'
import type { Fail, Verdict } from '../run/rule.ts'

/** The requirement is met. */
export const PASS: Verdict = { kind: 'pass' }

/** The requirement is broken. */
export function fail(parts: Omit<Fail, 'kind'>): Verdict {
  return { kind: 'fail', ...parts }
}

/** The requirement does not concern this run. */
export function notApplicable(why: string): Verdict {
  return { kind: 'not-applicable', why }
}

/** Something that the answer depends on was not seen. */
export function cannotTell(why: string): Verdict {
  return { kind: 'cannot-tell', why }
}

/** An answer that did not come whole is no proof of what the server sends. */
export const CUT_OFF: Verdict = cannotTell('The answer did not come whole: NET-04')

/** True when an answer was given up, or broke off, before its end. */
export function isCutOff({ body }: ResponseOutcome): boolean {
  return body.cut === 'size' || body.cut === 'timeout' || body.cut === 'failed'
}

/** The walk ended, or has not come, before the record that the rule looks at. */
export function notReached(what: string): Verdict {
  return cannotTell(`The walk did not reach ${what}`)
}
