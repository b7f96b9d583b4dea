import type { StepId } from '../http/exchange.ts'
import type { RunDocument } from '../run/document.ts'
import type { Culprit } from '../run/rule.ts'
import { type Difference, shown } from './difference.ts'

/** What became of each rule, and the words of those that are broken. */
export type Rulings = ReadonlyMap<string, Ruling>

type Ruling =
  | { readonly verdict: 'pass' | 'not-applicable' | 'cannot-tell' }
  | {
      readonly verdict: 'fail'
      readonly step: StepId
      readonly severity: string
      readonly culprit: Culprit
      readonly says: string
    }

export function rulingsOf({ findings }: RunDocument): Rulings {
  return new Map(
    findings.map(({ rule, verdict, step, severity, culprit, says }) => [
      rule,
      verdict === 'fail' ? { verdict, step, severity, culprit, says } : { verdict },
    ]),
  )
}

/** Rules that are broken in one of the runs alone, or by another's fault. What a broken rule says may vary. */
export function compareRulings(before: Rulings, after: Rulings): readonly Difference[] {
  const codes = new Set([...before.keys(), ...after.keys()])
  return [...codes].flatMap((code) => compareRuling(code, before.get(code), after.get(code)))
}

function compareRuling(
  code: string,
  before: Ruling | undefined,
  after: Ruling | undefined,
): readonly Difference[] {
  const broken = after?.verdict === 'fail' ? after : before?.verdict === 'fail' ? before : undefined
  if (!broken || (isBroken(before) && isBroken(after) && before.culprit === after.culprit))
    return []
  const values = { before: sayRuling(before), after: sayRuling(after) }
  const words = `${code} was ${values.before} before and is ${values.after} now`
  const says = isBroken(after) ? `${words}: ${shown(after.says)}` : `${words}.`
  return [{ kind: 'rule', step: broken.step, subject: code, ...values, says }]
}

function isBroken(ruling: Ruling | undefined): ruling is Extract<Ruling, { verdict: 'fail' }> {
  return ruling?.verdict === 'fail'
}

const OTHERWISE = {
  pass: 'kept',
  'not-applicable': 'not applicable',
  'cannot-tell': 'open (it cannot be told)',
} as const

function sayRuling(ruling: Ruling | undefined): string {
  if (!ruling) return 'not judged'
  if (ruling.verdict !== 'fail') return OTHERWISE[ruling.verdict]
  return `broken by the ${ruling.culprit} (${ruling.severity})`
}
