import type { Exchange, ExchangeId, StepId } from '../http/exchange.ts'
import { LAST_WITH_INITIALIZE, NEWEST, type Revision, isRevision } from '../spec/revisions.ts'
import type { RunConfig } from './config.ts'
import { applyEvent, emptyDraft } from './draft.ts'
import type { AbandonReason, Decision, RunEvent, RunId, StepResult } from './events.ts'
import type { Facts } from './facts.ts'

/** Where one step stands. */
export type StepState = {
  readonly id: StepId
  readonly startedAt?: number
  readonly endedAt?: number
  /** How it ended the last time it ran; undefined while it is running or was not reached. */
  readonly result?: StepResult
  readonly running: boolean
  readonly exchanges: readonly ExchangeId[]
}

/** A callback that the page received. */
export type Arrival = {
  readonly at: number
  readonly url: string
  readonly by: 'same-tab' | 'popup' | 'paste'
}

/** A run as computed from its events. */
export type Run = {
  readonly id: RunId
  readonly startedAt: number
  readonly endedAt: number
  readonly config: RunConfig
  readonly from?: { readonly run: RunId; readonly step: StepId }
  readonly steps: { readonly [step in StepId]: StepState }
  readonly exchanges: readonly Exchange[]
  readonly facts: Partial<Facts>
  readonly decisions: readonly Decision[]
  /** Rules that the person chose to go past. */
  readonly continued: readonly string[]
  readonly stopped?: { readonly step: StepId; readonly rule: string }
  readonly paused?: StepId
  readonly opened?: { readonly at: number; readonly by: 'same-tab' | 'popup' | 'paste' }
  readonly abandoned?: AbandonReason
  /** The callback for the authorization request now under way; later ones are in `repeated`. */
  readonly arrival?: Arrival
  readonly repeated: readonly Arrival[]
  readonly cancelled?: StepId
  /** Where a step sent the walk to, or what the person wants next. */
  readonly next?: StepId
  /** Every authorization request of this walk, first to last. */
  readonly authorizations: readonly NonNullable<Facts['authorization']>[]
  /** Every client identity that was made or given on this walk. */
  readonly identities: readonly NonNullable<Facts['clientIdentity']>[]
}

/**
 * Computes a run from its events. Pure: the same events give the same run in a browser, a worker and a test.
 * Throws when the first event is not `run-started`.
 */
export function foldRun(events: readonly RunEvent[]): Run {
  const [first] = events
  if (first?.type !== 'run-started') throw new Error('A run begins with run-started')
  const following = followRun(first)
  for (const event of events) following.add(event)
  return following.run()
}

/** Folds a log that grows, event by event; `run` gives what it stands at. */
export function followRun(start: Extract<RunEvent, { type: 'run-started' }>) {
  const draft = emptyDraft(start)
  return {
    add: (event: RunEvent): void => applyEvent(draft, event),
    run(): Run {
      const { gained: _, attempt: __, places: ___, ...run } = draft
      return { ...run, exchanges: [...run.exchanges], steps: { ...run.steps } }
    },
  }
}

/**
 * The revision whose rules apply: the chosen one; for `auto` the one that the server turned out to speak,
 * until then the newest. An answer to `initialize` that names none, or one that nobody published, is of its last.
 */
export function revisionOf(run: Run): Revision {
  if (run.config.revision !== 'auto') return run.config.revision
  const { session } = run.facts
  if (session !== undefined && isRevision(session.version)) return session.version
  return session?.era === 'legacy' ? LAST_WITH_INITIALIZE : NEWEST
}

/** The exchange of that id, or undefined. */
export function findExchange(run: Run, id: ExchangeId | undefined): Exchange | undefined {
  return id === undefined ? undefined : run.exchanges.find((exchange) => exchange.id === id)
}
