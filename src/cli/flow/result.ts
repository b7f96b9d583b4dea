import type { RunSecrets } from '../../protocol/index.ts'
import {
  type RedactedRun,
  type ReportedTarget,
  redactWords,
  toReportedTarget,
} from '../../protocol/reports.ts'
import { findDifferences } from './expectation.ts'
import { toKnownLines } from './known.ts'
import { type Target, toFileName } from './target.ts'
import type { Ending } from './walk-target.ts'

/** One target that has ended, compared with what was expected of it. */
export type Result = {
  readonly target: Target
  /** The run; nothing keeps it once it is written. */
  readonly document: RedactedRun | undefined
  /** What the reports say of it. */
  readonly reported: ReportedTarget
}

export type ResultParts = {
  readonly secrets: RunSecrets
  readonly milliseconds: number
  /** Differences beyond what the target expects. */
  readonly differences?: readonly string[]
  /** Outputs beside the run document. */
  readonly files?: readonly string[]
}

/** Compares how a target ended with what is expected of it. */
export function toResult(
  target: Target,
  ending: Ending,
  { secrets, milliseconds, differences = [], files = [] }: ResultParts,
): Result {
  const { document, problem, hint } = ending
  const clean = (words: string) => redactWords(words, secrets)
  const { expect } = target
  const reported = toReportedTarget(document, {
    name: target.name,
    differences: [...differencesOf(target, ending), ...differences].map(clean),
    problem: problem === undefined ? null : clean(problem),
    hint: hint === undefined ? null : clean(hint),
    milliseconds: Math.round(milliseconds),
    known: document ? toKnownLines(document) : [],
    file: document ? runFileOf(target) : null,
    files: document ? [harFileOf(target), ...files] : files,
    expectedRules: [
      ...(expect.rules ?? []),
      ...(typeof expect.cause === 'string' ? [expect.cause] : []),
    ],
  })
  return { target, document, reported }
}

/** The name of a target's run document among the outputs, and in a baseline. */
export function runFileOf({ name }: Target): string {
  return `${toFileName(name)}.run.json`
}

/** The name of its HTTP archive among the outputs. */
export function harFileOf({ name }: Target): string {
  return `${toFileName(name)}.har`
}

function differencesOf({ expect }: Target, { document, problem }: Ending): readonly string[] {
  const troubles = problem === undefined ? [] : [problem]
  if (document) return [...troubles, ...findDifferences(document, expect)]
  return troubles.length > 0 ? troubles : ['the page told nothing of its run']
}
