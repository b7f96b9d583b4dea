import type { RunDocument } from '../../protocol/index.ts'
import { findDifferences } from './expectation.ts'
import { type Target, toFileName } from './target.ts'
import type { Ending } from './walk-target.ts'

/** One target that has ended, compared with what was expected of it. */
export type Result = Ending & {
  readonly target: Target
  readonly milliseconds: number
  /** What is not as it should be, a sentence each; none when all is as expected. */
  readonly differences: readonly string[]
  /** The name of its run document among the outputs. */
  readonly file: string
}

export function toResult(target: Target, ending: Ending, milliseconds: number): Result {
  return {
    ...ending,
    target,
    milliseconds,
    differences: differencesOf(target, ending),
    file: `${toFileName(target.name)}.run.json`,
  }
}

function differencesOf({ expect }: Target, { document, problem }: Ending): readonly string[] {
  const troubles = problem === undefined ? [] : [problem]
  if (document) return [...troubles, ...findDifferences(document, expect)]
  return troubles.length > 0 ? troubles : ['the page told nothing of its run']
}

/** What `summary.json` holds. It repeats of a run only what the page has redacted. */
export function toSummary(results: readonly Result[], total: number) {
  const asExpected = results.filter(({ differences }) => differences.length === 0).length
  return {
    format: 'mcp-flow-summary',
    version: 1,
    counts: {
      targets: total,
      asExpected,
      different: results.length - asExpected,
      notRun: total - results.length,
    },
    targets: results.map(toSummaryEntry),
  }
}

function toSummaryEntry({ target, document, ...result }: Result) {
  return {
    name: target.name,
    server: document?.config.server ?? null,
    asExpected: result.differences.length === 0,
    differences: result.differences,
    ...outcomeOf(document),
    problem: result.problem ?? null,
    hint: result.hint ?? null,
    milliseconds: Math.round(result.milliseconds),
    file: document ? result.file : null,
  }
}

function outcomeOf(document: RunDocument | undefined) {
  if (!document) return { status: null, step: null, cause: null, summary: null, fix: null }
  const { status, step, cause, summary, fix } = document.outcome
  return { status, step, cause, summary, fix }
}
