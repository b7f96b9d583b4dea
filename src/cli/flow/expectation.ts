import type { RunDocument, RunStatus } from '../../protocol/index.ts'

/** What someone says beforehand about a run. A member that is missing is not compared. */
export type Expectation = {
  readonly status?: RunStatus
  /** The rule that the run shall fail by; null for none. */
  readonly cause?: string | null
  /** All rules that shall be broken as errors or warnings. Notes may be named and need not. */
  readonly rules?: readonly string[]
}

export const STATUSES: readonly RunStatus[] = ['passed', 'failed', 'stopped']

/** Where a run is not what was expected of it, a sentence each. */
export function findDifferences(document: RunDocument, expect: Expectation): readonly string[] {
  return [
    ...compareStatus(document, expect),
    ...compareCause(document, expect),
    ...compareRules(document, expect.rules),
  ]
}

/** Whoever names a cause expects no success, and need not say so. */
function compareStatus(
  { outcome }: RunDocument,
  { status, cause }: Expectation,
): readonly string[] {
  const expected = status ?? (typeof cause === 'string' ? undefined : 'passed')
  if (expected === undefined || outcome.status === expected) return []
  return [`expected ${expected}, but it ${outcome.status}`]
}

function compareCause({ outcome }: RunDocument, { cause }: Expectation): readonly string[] {
  if (cause === undefined || outcome.cause === cause) return []
  return [`expected ${cause ?? 'no rule'} as the cause, but it is ${outcome.cause ?? 'none'}`]
}

function compareRules(
  { findings }: RunDocument,
  expected: readonly string[] | undefined,
): readonly string[] {
  if (expected === undefined) return []
  const broken = findings.filter(({ verdict }) => verdict === 'fail')
  const codes = new Set(broken.map(({ rule }) => rule))
  const absent = expected.filter((rule) => !codes.has(rule))
  const surplus = broken.filter(
    ({ rule, severity }) => severity !== 'note' && !expected.includes(rule),
  )
  return [
    ...absent.map((rule) => `expected ${rule} to be broken, but it is not`),
    ...surplus.map(({ rule, title }) => `${rule} is broken unexpectedly (${title})`),
  ]
}
