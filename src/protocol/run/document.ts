import type { Exchange, ExchangeId, StepId } from '../http/exchange.ts'
import type { RunConfig } from './config.ts'
import type { Culprit, Evidence, Paste, Severity } from './rule.ts'

/** `passed`: tools/list was answered. `stopped`: waits for the person, or needs what only the person has. */
export type RunStatus = 'passed' | 'failed' | 'stopped'

/** How a step stands in a document. */
export type StepStatus = 'passed' | 'failed' | 'skipped' | 'waiting' | 'pending' | 'running'

/** What the walk waits for, when it does. */
export type Waiting =
  | { readonly on: 'authorization'; readonly url: string }
  | { readonly on: 'person'; readonly field: string; readonly says: string }
  /** Halted before a step, in step mode. */
  | { readonly on: 'step'; readonly step: StepId }

/** How a run ended, in one sentence. */
export type RunOutcome = {
  /** `running` only while the run is live; never in a saved document. */
  readonly status: RunStatus | 'running'
  readonly step: StepId | null
  readonly cause: string | null
  readonly summary: string
  readonly fix: string | null
  readonly culprit: Culprit | null
  /** Whether "Continue anyway" can go past the cause. */
  readonly canContinue: boolean
  readonly waiting: Waiting | null
}

/** One step in a document. Times are epoch milliseconds. */
export type DocumentStep = {
  readonly id: StepId
  readonly title: string
  readonly status: StepStatus
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly exchanges: readonly ExchangeId[]
  /** What came of it in about five words, or what it would do. */
  readonly summary: string
}

/** One rule's answer in a document. */
export type DocumentFinding = {
  readonly rule: string
  readonly name: string
  readonly title: string
  readonly step: StepId
  readonly severity: Severity
  readonly verdict: 'pass' | 'fail' | 'not-applicable' | 'cannot-tell'
  /** For a fail the sentence with the values; else why it does not apply or cannot be told; empty for a pass. */
  readonly says: string
  readonly fix: string | null
  readonly culprit: Culprit
  readonly evidence: readonly Evidence[]
  readonly paste: Paste | null
  readonly compare: readonly { readonly label: string; readonly value: string }[]
  readonly spec: readonly { readonly title: string; readonly url: string }[]
}

/** One conclusion drawn from an exchange. */
export type DocumentDecision = {
  readonly step: StepId
  readonly exchange: ExchangeId | null
  readonly says: string
  readonly why: string | null
  readonly spec: { readonly title: string; readonly url: string } | null
}

/** One tool in a document. */
export type DocumentTool = {
  readonly name: string
  readonly title: string | null
  readonly description: string | null
}

/** A forecast for one client. */
export type DocumentClient = {
  readonly id: string
  readonly name: string
  readonly verdict: 'works' | 'fails' | 'unknown'
  /** Where it stops. */
  readonly step: StepId | null
  /** The fact that decides. */
  readonly why: string
  /** The exchange that shows it. */
  readonly exchange?: ExchangeId | null
  /** The smallest change after which it no longer fails. */
  readonly flip: string | null
  readonly confidence: string
  /** Version or date of what is known of the client, in words. */
  readonly asOf: string
  /** The month of the newest evidence of what is known, `2026-08`. */
  readonly seenIn?: string
}

/**
 * A run as one JSON document: what the page draws, the runner writes and files carry.
 * Inside the tab it is whole; whatever leaves the tab has gone through `redactRun` first.
 */
export type RunDocument = {
  readonly format: 'mcp-flow-run'
  readonly version: 1
  readonly app: { readonly name: string; readonly version: string }
  readonly id: string
  readonly startedAt: number
  readonly endedAt: number
  readonly config: RunConfig
  /** The revision whose rules were applied. */
  readonly revision: string
  readonly outcome: RunOutcome
  readonly steps: readonly DocumentStep[]
  readonly exchanges: readonly Exchange[]
  readonly findings: readonly DocumentFinding[]
  readonly decisions: readonly DocumentDecision[]
  readonly tools: readonly DocumentTool[]
  readonly clients: readonly DocumentClient[]
  /** Rules that the person chose to go past. */
  readonly continued: readonly string[]
  /** The run and step that this one began anew from. */
  readonly from: { readonly run: string; readonly step: StepId } | null
}
