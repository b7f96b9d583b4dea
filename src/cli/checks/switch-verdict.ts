import type { RedactedRun } from '../../protocol/reports.ts'
import type { Ending } from '../../sandbox/expected/ending.ts'

/** Where a run of the browser ended in another way than the table foretells, a phrase each. */
export function differencesFrom(
  expected: Ending,
  document: RedactedRun | undefined,
): readonly string[] {
  if (document === undefined) return ['there is no run']
  const { outcome, findings } = document
  const broken = findings.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)
  return [
    ...compare('status', expected.status, outcome.status),
    ...compare('step', expected.step, outcome.step),
    ...compare('cause', expected.cause, outcome.cause),
    ...compare('culprit', expected.culprit, outcome.culprit),
    ...compare('broken rules', listed(expected.fails), listed(broken)),
  ]
}

/** How many runs ended in which way, the most frequent first: "passed 212, failed by PRM-07 6". */
export function countsOf(documents: readonly (RedactedRun | undefined)[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const document of documents) {
    const key = document === undefined ? 'no run' : wayOf(document)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([way, count]) => `${way} ${count}`)
}

function wayOf({ outcome: { status, cause } }: RedactedRun): string {
  return cause === null ? status : `${status} by ${cause}`
}

function compare(what: string, expected: string | null, seen: string | null): readonly string[] {
  return expected === seen ? [] : [`${what} ${expected ?? 'none'}, but it is ${seen ?? 'none'}`]
}

function listed(rules: readonly string[]): string {
  return rules.length === 0 ? 'none' : rules.toSorted().join(' ')
}
