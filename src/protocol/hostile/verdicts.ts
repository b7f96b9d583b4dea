import { spec } from '../clients/spec.ts'
import { RULES } from '../rules/index.ts'
import { judgeStrictly } from '../rules/judge.ts'
import type { RunEvent } from '../run/events.ts'
import type { Finding } from '../run/rule.ts'
import { type Run, foldRun } from '../run/run.ts'
import { isQuick } from './cases.ts'

/** What is wrong with the findings on a run: proofs that are not there, empty or odd words, and rules that take long. */
export function faultsOfJudging(events: readonly RunEvent[]): readonly string[] {
  const run = foldRun(events)
  const ids = new Set(run.exchanges.map(({ id }) => id))
  return [
    ...judgeStrictly(run, spec).flatMap((finding) => faultsOf(finding, ids)),
    ...slowRules(run),
  ]
}

/** All rules together are quick nearly always; only if not, each is looked at. */
function slowRules(run: Run): readonly string[] {
  if (isQuick(() => void judgeStrictly(run, spec))) return []
  const slow = RULES.filter((rule) => !isQuick(() => void rule.check(run, spec)))
  return slow.map(({ id }) => `${id} takes long`)
}

/** What only a mistake of ours writes, as a word of its own: the letters alone may be part of a random token. */
const ODD_WORDS = /(?<![\w-])(?:undefined|NaN)(?![\w-])|\[object/

function faultsOf({ rule, verdict }: Finding, ids: ReadonlySet<string>): readonly string[] {
  if (verdict.kind === 'pass') return []
  if (verdict.kind !== 'fail') return verdict.why === '' ? [`${rule.id} does not say why`] : []
  const { says, fix, evidence } = verdict
  const lost = evidence.filter(({ exchange }) => !ids.has(exchange))
  const isOdd = ODD_WORDS.test(`${says} ${fix}`) || says === '' || fix === ''
  return [
    ...(evidence.length === 0 ? [`${rule.id} has no evidence`] : []),
    ...lost.map(({ exchange }) => `${rule.id} shows ${exchange}, which is not there`),
    ...(isOdd ? [`${rule.id} says: ${says} ${fix}`] : []),
  ]
}
