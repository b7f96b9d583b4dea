import { STEP_IDS, type Exchange, type ExchangeId, type StepId } from '../http/exchange.ts'
import type { RunEvent, StepResult } from './events.ts'
import type { Facts } from './facts.ts'
import type { Run, StepState } from './run.ts'

type Start = Extract<RunEvent, { type: 'run-started' }>

/** A run that grows: what `foldRun` keeps between two events. */
export type Draft = { -readonly [key in keyof Omit<Run, 'exchanges' | 'steps'>]: Run[key] } & {
  readonly exchanges: Exchange[]
  /** Where each exchange is in the list. */
  readonly places: Map<ExchangeId, number>
  readonly steps: { [step in StepId]: StepState }
  gained: { step: StepId; facts: Partial<Facts>; lasting: boolean }[]
  /** The step that has begun and not ended, and how many decisions there were before it. */
  attempt?: { readonly step: StepId; readonly decisions: number }
}

/** A run of which nothing but its start has happened. */
export function emptyDraft(start: Start): Draft {
  return {
    id: start.run,
    startedAt: start.at,
    endedAt: start.at,
    config: start.config,
    ...(start.from && { from: start.from }),
    steps: emptySteps(),
    exchanges: [],
    places: new Map(),
    facts: {},
    decisions: [],
    continued: [],
    repeated: [],
    authorizations: [],
    identities: [],
    gained: [],
  }
}

function emptySteps(): Draft['steps'] {
  const state = (id: StepId): StepState => ({ id, running: false, exchanges: [] })
  return {
    challenge: state('challenge'),
    'resource-metadata': state('resource-metadata'),
    'server-metadata': state('server-metadata'),
    scope: state('scope'),
    registration: state('registration'),
    authorization: state('authorization'),
    callback: state('callback'),
    token: state('token'),
    session: state('session'),
    tools: state('tools'),
    refresh: state('refresh'),
    'step-up': state('step-up'),
    revoke: state('revoke'),
    probes: state('probes'),
  }
}

/** Notes one event in the run. */
export function applyEvent(draft: Draft, event: RunEvent): void {
  draft.endedAt = event.at
  switch (event.type) {
    case 'run-started':
      return
    case 'step-started':
      return startStep(draft, event)
    case 'exchange-started':
      draft.places.set(event.exchange.id, draft.exchanges.push(event.exchange) - 1)
      return changeStep(draft, event.exchange.step, (step) => ({
        ...step,
        exchanges: [...step.exchanges, event.exchange.id],
      }))
    case 'exchange-settled':
      return changeExchange(draft, event.id, (exchange) => ({
        ...exchange,
        outcome: event.outcome,
      }))
    case 'exchange-used':
      return changeExchange(draft, event.id, (exchange) => ({ ...exchange, ahead: { used: true } }))
    case 'decided':
      draft.decisions = [...draft.decisions, event.decision]
      return
    case 'step-settled':
      return settleStep(draft, event)
    case 'stopped':
      draft.stopped = { step: event.step, rule: event.rule }
      return
    case 'continued':
      draft.continued = [...draft.continued, event.rule]
      delete draft.stopped
      return forgetResults(draft, (result) => result.kind === 'failed')
    case 'paused':
      draft.paused = event.step
      return
    case 'config-changed':
      draft.config = event.config
      return forgetResults(draft, (result) => result.kind === 'waiting' && result.on === 'person')
    case 'step-wanted':
      draft.next = event.step
      return
    case 'authorization-opened':
      draft.opened = { at: event.at, by: event.by }
      delete draft.abandoned
      return
    case 'authorization-abandoned':
      draft.abandoned = event.why
      delete draft.opened
      return
    case 'callback-arrived':
      return arrive(draft, event)
    case 'cancelled':
      draft.cancelled = event.step
      return changeStep(draft, event.step, (step) => ({
        ...step,
        running: false,
        endedAt: event.at,
      }))
  }
}

function startStep(draft: Draft, event: { at: number; step: StepId }): void {
  delete draft.paused
  delete draft.cancelled
  delete draft.stopped
  // An attempt that was broken off decides the same again.
  if (draft.attempt?.step === event.step) {
    draft.decisions = draft.decisions.slice(0, draft.attempt.decisions)
  }
  draft.attempt = { step: event.step, decisions: draft.decisions.length }
  changeStep(draft, event.step, ({ result: _, endedAt: __, ...step }) => ({
    ...step,
    startedAt: event.at,
    running: true,
  }))
}

function settleStep(draft: Draft, event: Extract<RunEvent, { type: 'step-settled' }>): void {
  const { step, result } = event
  delete draft.attempt
  if (draft.next === step) delete draft.next
  changeStep(draft, step, (state) => ({ ...state, result, running: false, endedAt: event.at }))
  const facts = result.kind === 'skipped' ? {} : result.facts
  if (result.kind === 'back') {
    forgetFrom(draft, result.to)
    draft.next = result.to
  }
  const lasting = result.kind === 'back'
  draft.gained = [
    ...draft.gained.filter((entry) => entry.lasting || entry.step !== step),
    { step, facts, lasting },
  ]
  draft.facts = mergeFacts(draft.gained)
  if (facts.authorization) {
    draft.authorizations = [...draft.authorizations, facts.authorization]
    delete draft.arrival
    delete draft.abandoned
    delete draft.opened
  }
  if (facts.clientIdentity) draft.identities = [...draft.identities, facts.clientIdentity]
}

/**
 * Steps from `to` on are to be walked again: their results and what they gave no longer count. What a step learned
 * that sent the walk back lasts.
 */
function forgetFrom(draft: Draft, to: StepId): void {
  const first = STEP_IDS.indexOf(to)
  const last = STEP_IDS.indexOf('tools')
  const again = new Set<StepId>(STEP_IDS.slice(first, last + 1))
  draft.gained = draft.gained.filter((entry) => entry.lasting || !again.has(entry.step))
  for (const id of again) {
    changeStep(draft, id, ({ result: _, ...step }) => step)
  }
}

/** Results that no longer hold: their steps are to run again, also those that were run on demand. */
function forgetResults(draft: Draft, holdsNoLonger: (result: StepResult) => boolean): void {
  for (const id of STEP_IDS) {
    const { result, ...step } = draft.steps[id]
    if (!result || !holdsNoLonger(result)) continue
    changeStep(draft, id, () => step)
    if (STEP_IDS.indexOf(id) > STEP_IDS.indexOf('tools')) draft.next = id
  }
}

function mergeFacts(gained: Draft['gained']): Partial<Facts> {
  return Object.assign({}, ...gained.map((entry) => entry.facts))
}

function arrive(draft: Draft, event: Extract<RunEvent, { type: 'callback-arrived' }>): void {
  const arrival = { at: event.at, url: event.url, by: event.by }
  delete draft.opened
  delete draft.abandoned
  if (draft.arrival) draft.repeated = [...draft.repeated, arrival]
  else draft.arrival = arrival
}

function changeStep(draft: Draft, id: StepId, change: (step: StepState) => StepState): void {
  draft.steps[id] = change(draft.steps[id])
}

function changeExchange(
  draft: Draft,
  id: ExchangeId,
  change: (exchange: Exchange) => Exchange,
): void {
  const place = draft.places.get(id)
  const exchange = place === undefined ? undefined : draft.exchanges[place]
  if (place !== undefined && exchange) draft.exchanges[place] = change(exchange)
}
