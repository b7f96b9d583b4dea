import { STEP_IDS, type StepId } from '../http/exchange.ts'
import type { Ports } from '../http/ports.ts'
import { buildAuthorization, writeLog } from './build-log.ts'
import type { RunConfig } from './config.ts'
import type { Walk } from './drive.ts'
import type { RunEvent, StepResult } from './events.ts'
import { REVISION_POLICIES } from './policy.ts'
import { foldRun } from './run.ts'
import type { Step, StepContext } from './step.ts'

/** What made-up steps do. */
export type Acts = {
  readonly [step in StepId]?: (context: StepContext) => StepResult | Promise<StepResult>
}

/** A step that is done and gives nothing. */
export const DONE = { kind: 'done', says: 'done', facts: {} } as const satisfies StepResult
/** A step that has sent the person to the authorization server. */
export const WAITING = {
  kind: 'waiting',
  on: 'authorization',
  says: 'asks you',
  url: 'https://issuer.example/authorize',
  facts: { authorization: buildAuthorization() },
} as const satisfies StepResult

type Change = Partial<Omit<Walk, 'ports' | 'steps'>> & {
  readonly config?: Partial<RunConfig>
  readonly needs?: { readonly [step in StepId]?: Step['needs'] }
  readonly ports?: Partial<Ports>
}

/** A walk of made-up steps: one that is not named is done at once. */
export function openWalk(acts: Acts = {}, { config, needs, ports, ...change }: Change = {}) {
  const events: RunEvent[] = [...writeLog(config).events]
  let now = 0
  const steps = STEP_IDS.filter((id) => id !== 'probes').map((id): Step => ({
    id,
    title: id,
    needs: needs?.[id] ?? [],
    gives: [],
    plan: id,
    run: (context) => Promise.resolve(acts[id]?.(context) ?? DONE),
  }))
  const walk: Walk = {
    log: { events: () => events, append: (event) => void events.push(event) },
    steps,
    gate: () => undefined,
    policyOf: () => REVISION_POLICIES['2026-07-28'],
    remarks: [],
    ports: {
      fetch: () => Promise.resolve(new Response('{}')),
      pageOrigin: 'https://page.example',
      now: () => (now += 1),
      ...ports,
    },
    secrets: {},
    signal: new AbortController().signal,
    mode: 'run',
    ...change,
  }
  const add = (...more: readonly RunEvent[]): void => void events.push(...more)
  return { walk, events, add, run: () => foldRun(events) }
}

/** The steps in the order in which they began. */
export function begun(events: readonly RunEvent[]): readonly StepId[] {
  return events.flatMap((event) => (event.type === 'step-started' ? [event.step] : []))
}

/** The steps of every walk. */
export const MAINLINE = STEP_IDS.slice(0, STEP_IDS.indexOf('tools') + 1)
