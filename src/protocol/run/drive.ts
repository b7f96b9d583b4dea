import { STEP_IDS, type Exchange, type StepId } from '../http/exchange.ts'
import type { Ports } from '../http/ports.ts'
import { type Wire, createWire } from '../http/wire.ts'
import type { RunSecrets } from './config.ts'
import type { RunEvent, StepResult } from './events.ts'
import type { Policy } from './policy.ts'
import { type Run, foldRun } from './run.ts'
import type { Step, StepContext } from './step.ts'

/** The log that a walk appends to. `events` gives all so far. */
export type RunLog = { events(): readonly RunEvent[]; append(event: RunEvent): void }

/** What a walk needs. The core is handed all of it. */
export type Walk = {
  readonly log: RunLog
  /** In the order of the flow. */
  readonly steps: readonly Step[]
  /** The first rule that tells the walk to stop where it stands, if any. */
  gate(run: Run): { readonly rule: string } | undefined
  policyOf(run: Run): Policy
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
  settleLeftOver(walk)
  const wire = wireOf(walk)
  for (let done = 0; ; done += 1) {
    const run = foldRun(walk.log.events())
    const step = nextStep(run, walk)
    const stop = walk.gate(run)
    if (stop) {
      const at = step?.id ?? 'tools'
      if (run.stopped?.rule !== stop.rule)
        append(walk, {
          type: 'stopped',
          at: walk.ports.now(),
          step: lastStep(run) ?? at,
          rule: stop.rule,
        })
      break
    }
    if (!step) break
    if (walk.mode === 'step' && done > 0) {
      append(walk, { type: 'paused', at: walk.ports.now(), step: step.id })
      break
    }
    const result = await runStep(step, walk, wire)
    if (result === 'cancelled' || result.kind === 'waiting' || result.kind === 'failed') {
      noteStop(walk, step)
      break
    }
  }
  await wire.settle(walk.signal.aborted ? 0 : PATIENCE)
}

/** The step that comes next, or undefined at the end of the walk. */
export function nextStep(run: Run, walk: Pick<Walk, 'steps'>): Step | undefined {
  const wanted = run.next ?? mainline(run) ?? onDemand(run)
  return walk.steps.find((step) => step.id === wanted)
}

function mainline(run: Run): StepId | undefined {
  const last = STEP_IDS.indexOf('tools')
  return STEP_IDS.slice(0, last + 1).find((id) => !isBehind(run, id))
}

function onDemand(run: Run): StepId | undefined {
  return run.config.also.find((id) => run.steps[id].result === undefined)
}

function isBehind(run: Run, id: StepId): boolean {
  const { result } = run.steps[id]
  if (result === undefined || result.kind === 'back' || result.kind === 'failed') return false
  return result.kind !== 'waiting' || (result.on === 'authorization' && run.arrival !== undefined)
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
    wire,
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

/** A failed step may have a rule that names the root; the log says which, so that one can continue past it. */
function noteStop(walk: Walk, step: Step): void {
  const stop = walk.gate(foldRun(walk.log.events()))
  if (stop) append(walk, { type: 'stopped', at: walk.ports.now(), step: step.id, rule: stop.rule })
}

function lastStep(run: Run): StepId | undefined {
  const ended = Object.values(run.steps).filter((step) => step.result !== undefined)
  return ended.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0]?.id
}

function wireOf(walk: Walk): Wire {
  const { config } = foldRun(walk.log.events())
  return createWire({
    ports: walk.ports,
    transport: config.transport,
    together: config.pace === 'together',
    timeout: config.timeout,
    signal: walk.signal,
    exchanges: () => exchangesOf(walk.log.events()),
    started: (exchange) =>
      append(walk, { type: 'exchange-started', at: exchange.startedAt, exchange }),
    settled: (id, outcome) =>
      append(walk, { type: 'exchange-settled', at: walk.ports.now(), id, outcome }),
    used: (id) => append(walk, { type: 'exchange-used', at: walk.ports.now(), id }),
  })
}

/** Exchanges that a reload cut off, and the navigation that has just come back. */
function settleLeftOver(walk: Walk): void {
  const run = foldRun(walk.log.events())
  const endedAt = walk.ports.now()
  for (const exchange of run.exchanges) {
    if (exchange.outcome.kind !== 'pending') continue
    if (exchange.via === 'navigation' && !run.arrival) continue
    append(walk, {
      type: 'exchange-settled',
      at: endedAt,
      id: exchange.id,
      outcome:
        exchange.via === 'navigation'
          ? { kind: 'navigated', endedAt: run.arrival?.at ?? endedAt }
          : { kind: 'aborted', endedAt, by: 'walk' },
    })
  }
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
