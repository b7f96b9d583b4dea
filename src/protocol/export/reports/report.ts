import type { StepId } from '../../http/exchange.ts'
import type { RunStatus, StepStatus } from '../../run/document.ts'
import type { Culprit, Severity } from '../../run/rule.ts'

/** A broken rule, as reports tell of it. */
export type ReportedFinding = {
  readonly rule: string
  readonly name: string
  readonly title: string
  readonly severity: Severity
  readonly culprit: Culprit
  readonly says: string
  readonly fix: string | null
  /** The first proof, in words: "response header WWW-Authenticate of POST https://a.example/mcp". */
  readonly at: string | null
  readonly spec: readonly { readonly title: string; readonly url: string }[]
  /** It was said beforehand that this rule is broken. */
  readonly expected: boolean
}

/** Something that a run and the one that was kept of its target do not have in common. */
export type ReportedDifference = {
  readonly kind: string
  readonly step: StepId | null
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly says: string
}

/** A run beside the one that was kept. `kept`: it differed or was the first, and is the baseline from now on. */
export type ReportedBaseline = {
  readonly state: 'same' | 'different' | 'missing' | 'kept'
  readonly differences: readonly ReportedDifference[]
}

/** What reports say of one target: a few thousand characters, where its document may have millions. */
export type ReportedTarget = {
  readonly name: string
  readonly server: string | null
  readonly asExpected: boolean
  /** What is not as it should be, a sentence each. */
  readonly differences: readonly string[]
  readonly status: RunStatus | null
  readonly step: StepId | null
  readonly cause: string | null
  readonly culprit: Culprit | null
  readonly summary: string | null
  readonly fix: string | null
  /** What kept the walk from its own end. */
  readonly problem: string | null
  /** What the person could do to get further. */
  readonly hint: string | null
  readonly milliseconds: number
  /** Epoch milliseconds; null without a run. */
  readonly startedAt: number | null
  readonly revision: string | null
  readonly client: string | null
  readonly steps: readonly { readonly id: StepId; readonly status: StepStatus }[]
  readonly tools: number
  readonly findings: readonly ReportedFinding[]
  /** What others have met before of the cause. */
  readonly known: readonly string[]
  /** Null where there is no baseline, and where the walk did not come to its own end. */
  readonly baseline: ReportedBaseline | null
  /** Forecast of real clients, by name. */
  readonly clients: {
    readonly works: readonly string[]
    readonly fails: readonly string[]
    readonly unknown: readonly string[]
    /** The change that lets most others in, and whom. */
    readonly change: { readonly says: string; readonly lets: readonly string[] } | null
  }
  /** The run document among the outputs. */
  readonly file: string | null
  /** The other outputs of this target. */
  readonly files: readonly string[]
}

/** A whole regression run: what `summary.json` holds, and what every other report is made of. */
export type Report = {
  readonly format: 'mcp-flow-summary'
  readonly version: 1
  readonly app: { readonly name: string; readonly version: string }
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly milliseconds: number
  readonly counts: {
    readonly targets: number
    readonly asExpected: number
    readonly different: number
    readonly notRun: number
  }
  readonly targets: readonly ReportedTarget[]
  /** The names of targets that were not walked to their end. */
  readonly notRun: readonly string[]
}

/** What a report is made from. */
export type ReportParts = Pick<Report, 'app' | 'startedAt' | 'milliseconds' | 'targets' | 'notRun'>

/** Makes a report, with its counts. */
export function toReport({ app, startedAt, milliseconds, targets, notRun }: ReportParts): Report {
  const asExpected = targets.filter((target) => target.asExpected).length
  return {
    format: 'mcp-flow-summary',
    version: 1,
    app,
    startedAt,
    milliseconds,
    counts: {
      targets: targets.length + notRun.length,
      asExpected,
      different: targets.length - asExpected,
      notRun: notRun.length,
    },
    targets,
    notRun,
  }
}
