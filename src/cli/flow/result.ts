import type { RunSecrets } from '../../protocol/index.ts'
import {
  type RedactedRun,
  type ReportedBaseline,
  type ReportedTarget,
  redactWords,
  toReportedTarget,
} from '../../protocol/reports.ts'
import type { Baseline, Comparison } from './baseline/baseline.ts'
import { findDifferences } from './expectation.ts'
import { toKnownLines } from './known.ts'
import { harFileOf, runFileOf, type Target } from './target.ts'
import type { Ending } from './walk-target.ts'

/** One target that has ended, compared with what was expected of it. */
export type Result = {
  readonly target: Target
  /** The run; nothing keeps it once it is written. */
  readonly document: RedactedRun | undefined
  /** What the reports say of it. */
  readonly reported: ReportedTarget
  readonly picture: Uint8Array | undefined
}

export type ResultParts = {
  readonly secrets: RunSecrets
  readonly milliseconds: number
  readonly baseline?: Pick<Baseline, 'folder' | 'isUpdated'> | undefined
  /** The run beside the one that was kept. */
  readonly comparison?: Comparison | undefined
  /** Outputs beside the run document. */
  readonly files?: readonly string[]
}

/** Compares how a target ended with what is expected of it. */
export function toResult(target: Target, ending: Ending, parts: ResultParts): Result {
  const { document, problem, hint } = ending
  const { secrets, milliseconds, files = [] } = parts
  const clean = (words: string) => redactWords(words, secrets)
  const differences = [
    ...differencesOf(target, ending, parts.comparison),
    ...toBaselineDifferences(target, parts),
  ]
  const reported = toReportedTarget(document, {
    name: target.name,
    differences: differences.map(clean),
    problem: problem === undefined ? null : clean(problem),
    hint: hint === undefined ? null : clean(hint),
    milliseconds: Math.round(milliseconds),
    known: document ? toKnownLines(document) : [],
    baseline: toReportedBaseline(parts),
    file: document ? runFileOf(target) : null,
    files: document ? [harFileOf(target), ...files] : files,
    expectedRules: expectedRules(target, parts.comparison),
  })
  return { target, document, reported, picture: ending.picture }
}

/** A baseline says what to expect where nobody has said it otherwise. */
function differencesOf(
  { expect }: Target,
  { document, problem }: Ending,
  comparison: Comparison | undefined,
): readonly string[] {
  const troubles = problem === undefined ? [] : [problem]
  if (!document) return troubles.length > 0 ? troubles : ['the page told nothing of its run']
  const isSaid = comparison === undefined || Object.keys(expect).length > 0
  return isSaid ? [...troubles, ...findDifferences(document, expect)] : troubles
}

function toBaselineDifferences(
  target: Target,
  { baseline, comparison }: ResultParts,
): readonly string[] {
  if (!baseline || !comparison || baseline.isUpdated) return []
  const { state, differences } = comparison
  if (state !== 'missing') return differences.map(({ says }) => says)
  return [
    `there is no baseline ${runFileOf(target)} in ${baseline.folder}; --update keeps this run`,
  ]
}

function toReportedBaseline({ baseline, comparison }: ResultParts): ReportedBaseline | null {
  if (!comparison) return null
  const { state, differences } = comparison
  return { state: baseline?.isUpdated && state !== 'same' ? 'kept' : state, differences }
}

function expectedRules({ expect }: Target, comparison: Comparison | undefined): readonly string[] {
  const cause = typeof expect.cause === 'string' ? [expect.cause] : []
  return [...(expect.rules ?? []), ...cause, ...(comparison?.broken ?? [])]
}
