import type { Exchange, StepId } from '../http/exchange.ts'
import type { Ports } from '../http/ports.ts'
import { type Wire, createWire } from '../http/wire.ts'
import type { RunSecrets } from './config.ts'
import type { RunEvent, RunLog, StepResult } from './events.ts'
import { leftOver } from './left-over.ts'
import { nextStep } from './next-step.ts'
import type { Policy } from './policy.ts'
import { noteRepeatedArrivals, settleLeftOver } from './resume.ts'
import { type Run, foldRun } from './run.ts'
import type { Habit, Remark, Step, StepContext } from './step.ts'

/** What a walk needs. The core is handed all of it. */
export type Walk = {
  readonly log: RunLog
  /** In the order of the flow. */
  readonly steps: readonly Step[]
  /** The first rule that tells the walk to stop where it stands, if any. */
  gate(run: Run): { readonly rule: string } | undefined
  policyOf(run: Run): Policy
  /** What there is to say about the client that is imitated. */
  readonly remarks: readonly Remark[]
  readonly habit?: Habit
  readonly ports: Ports
  readonly secrets: RunSecrets
  readonly signal: AbortSignal
  /** `run` goes on to the end; `step` does one step and halts before the next. */
  readonly mode: 'run' | 'step'
}

/** Milliseconds that requests which nobody waits for are given when the walk halts. */
const PATIENCE = 1_000

/**
 * Walks on from where the log stands, until the end, a stop, or something that only the person can do. The log tells
 * why it halted. Never rejects for what a server, a network or the person does; a step's own defect is recorded as a
 * failed step of code `defect`.
 */
export async function drive(walk: Walk): Promise<void> {
  settleLeftOver(walk.log, walk.ports.now())
  const wire = wireOf(walk)
  await walkOnSteps(walk, wire)
  noteRepeatedArrivals(foldRun(walk.log.events()), wire)
  await wire.settle(walk.signal.aborted ? 0 : PATIENCE)
  noteLateReason(walk)
}

/** Experiments may tell only now, after the step has failed, why it did. */
function noteLateReason(walk: Walk): void {
  const run = foldRun(walk.log.events())
  const hasFailed = Object.values(run.steps).some(({ result }) => result?.kind === 'failed')
  if (hasFailed && !walk.signal.aborted) noteStop(walk, run, undefined)
}

async function walkOnSteps(walk: Walk, wire: Wire): Promise<void> {
  for (let done = 0; ; done += 1) {
    const run = foldRun(walk.log.events())
    const step = nextStep(run, walk.steps)
    if (noteStop(walk, run, step) || !step) return
    if (walk.signal.aborted) {
      return append(walk, { type: 'cancelled', at: walk.ports.now(), step: step.id })
    }
    if (walk.mode === 'step' && done > 0) {
      return append(walk, { type: 'paused', at: walk.ports.now(), step: step.id })
    }
    const result = await runStep(step, walk, wire)
    if (result === 'cancelled') return
    if (result.kind === 'waiting' || result.kind === 'failed') {
      noteStop(walk, foldRun(walk.log.events()), step)
      return
    }
  }
}

async function runStep(step: Step, walk: Walk, wire: Wire): Promise<StepResult | 'cancelled'> {
  append(walk, { type: 'step-started', at: walk.ports.now(), step: step.id })
  const result = await resultOf(step, contextOf(step, walk, wire))
  if (walk.signal.aborted) {
    append(walk, { type: 'cancelled', at: walk.ports.now(), step: step.id })
    return 'cancelled'
  }
  append(walk, { type: 'step-settled', at: walk.ports.now(), step: step.id, result })
  return result
}

async function resultOf(step: Step, context: StepContext): Promise<StepResult> {
  const missing = step.needs.find((name) => context.run.facts[name] === undefined)
  if (missing) return { kind: 'skipped', why: whyMissing(missing, context.run) }
  try {
    return await step.run(context)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      kind: 'failed',
      error: { code: 'defect', message: `This is our defect, not the server's: ${message}` },
      facts: {},
    }
  }
}

function whyMissing(name: string, run: Run): string {
  const open = run.facts.challenge?.required === false
  return open ? 'no token is needed' : `there is no ${name} to work with`
}

function contextOf(step: Step, walk: Walk, wire: Wire): StepContext {
  const run = foldRun(walk.log.events())
  return {
    run,
    config: run.config,
    secrets: walk.secrets,
    policy: walk.policyOf(run),
    remarks: walk.remarks,
    wire: walk.habit?.(wire) ?? wire,
    signal: walk.signal,
    continued: (rule) => run.continued.includes(rule),
    now: () => walk.ports.now(),
    decide(decision) {
      append(walk, {
        type: 'decided',
        at: walk.ports.now(),
        decision: { ...decision, step: step.id },
      })
    },
  }
}

/** The log says which rule stops the walk, so that the person can continue past it. */
function noteStop(walk: Walk, run: Run, next: Step | undefined): boolean {
  const stop = walk.gate(run)
  if (!stop) return false
  if (run.stopped?.rule !== stop.rule) {
    const step = lastStep(run) ?? next?.id ?? 'tools'
    append(walk, { type: 'stopped', at: walk.ports.now(), step, rule: stop.rule })
  }
  return true
}

function lastStep(run: Run): StepId | undefined {
  const ended = Object.values(run.steps).filter((step) => step.result !== undefined)
  return ended.toSorted((a, b) => (a.endedAt ?? 0) - (b.endedAt ?? 0)).at(-1)?.id
}

/** The wire of a walk as its log stands. */
export function wireOf(walk: Walk, patience = Infinity): Wire {
  const run = foldRun(walk.log.events())
  const { config } = run
  return createWire({
    left: leftOver(walk.log.events(), run, nextStep(run, walk.steps)?.id),
    ports: walk.ports,
    transport: config.transport,
    together: config.pace === 'together' && walk.policyOf(run).asksAhead,
    timeout: Math.min(config.timeout, patience),
    signal: walk.signal,
    exchanges: () => exchangesOf(walk.log.events()),
    started: (exchange) =>
      append(walk, { type: 'exchange-started', at: exchange.startedAt, exchange }),
    settled: (id, outcome) =>
      append(walk, { type: 'exchange-settled', at: walk.ports.now(), id, outcome }),
    used: (id) => append(walk, { type: 'exchange-used', at: walk.ports.now(), id }),
  })
}

function exchangesOf(events: readonly RunEvent[]): readonly Exchange[] {
  const exchanges = new Map<string, Exchange>()
  for (const event of events) {
    if (event.type === 'exchange-started') exchanges.set(event.exchange.id, event.exchange)
    if (event.type !== 'exchange-settled') continue
    const exchange = exchanges.get(event.id)
    if (exchange) exchanges.set(event.id, { ...exchange, outcome: event.outcome })
  }
  return [...exchanges.values()]
}

function append(walk: Walk, event: RunEvent): void {
  walk.log.append(event)
}
