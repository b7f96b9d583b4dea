import type * as Engine from '../protocol/engine.ts'
import type {
  AbandonReason,
  AuthorizationBy,
  OnDemandStep,
  Ports,
  RunConfig,
  RunEvent,
  RunSecrets,
  StepId,
} from '../protocol/index.ts'
import type { RunStore } from './run-store.ts'

/** `step` halts before each step. */
export type Mode = 'run' | 'step'

/** What only the browser can do for a walk. */
export type WalkerPorts = {
  readonly engine: Pick<typeof Engine, 'rewindRun' | 'surveyOn' | 'walkOn'>
  /** Asked for at the start of each walk. */
  ports(): Ports
  now(): number
  newId(): string
  /** Keeps for a reload what a walk needs beside its log. */
  keep(secrets: RunSecrets, mode: Mode): void
  /** Opens the authorization server. `missed` is called when the person does not come back. */
  openAuthorization(request: {
    readonly url: string
    readonly by: Exclude<AuthorizationBy, 'paste'>
    missed(why: AbandonReason): void
  }): void
  /** Called when a walk has halted, with nothing under way, and when a reload finds it so. */
  halted(): void
}

/** What a reload or the redirect left behind. */
export type Left = {
  readonly log: readonly RunEvent[]
  readonly secrets: RunSecrets
  readonly mode: Mode
  /** The answer that callback.html took in this tab. */
  readonly arrived: string | null
}

/** What a person does to a walk. */
export type Walker = {
  start(config: RunConfig, secrets: RunSecrets, mode: Mode): void
  /** Takes up a run after a reload. A walk that was under way goes on; one that waits keeps waiting. */
  resume(left: Left): void
  /** Goes on from a halt, with changed values. */
  proceed(mode: Mode, config: RunConfig, secrets: RunSecrets): void
  /** Ends what is under way, or gives up waiting. Fulfilled when the walk has halted. */
  stop(): Promise<void>
  continueAnyway(): void
  /** Begins a new run at a step, keeping what earlier steps learned. */
  rerunFrom(step: StepId, config: RunConfig, secrets: RunSecrets): void
  onDemand(step: OnDemandStep, config: RunConfig, secrets: RunSecrets): void
  /** Asks, once the walk has ended, what other clients would ask. */
  survey(): void
  open(by: Exclude<AuthorizationBy, 'paste'>): void
  arrive(url: string, by: AuthorizationBy): void
}

type Course = {
  secrets: RunSecrets
  mode: Mode
  under: AbortController | null
  walking: Promise<void>
}

type Tab = { readonly run: RunStore; readonly host: WalkerPorts; readonly course: Course }

/** Starts, halts and continues the walk of this tab. */
export function createWalker(run: RunStore, host: WalkerPorts): Walker {
  const course: Course = { secrets: {}, mode: 'run', under: null, walking: Promise.resolve() }
  const now = (): number => host.now()
  const steer = (mode: Mode, secrets: RunSecrets): void => {
    course.secrets = secrets
    course.mode = mode
    host.keep(secrets, mode)
  }
  const go = (...because: readonly RunEvent[]): void => {
    because.forEach(run.append)
    course.walking = walk({ run, host, course }, 'walkOn')
  }
  return {
    start(config, secrets, mode) {
      steer(mode, secrets)
      run.begin([{ type: 'run-started', at: now(), run: host.newId(), config }])
      go()
    },
    resume({ log, secrets, mode, arrived }) {
      steer(mode, secrets)
      run.restore(log)
      if (arrived === null && wasUnderWay(log)) return go()
      run.setPhase(run.waiting() ? 'waiting' : 'ended')
      if (arrived !== null) this.arrive(arrived, 'same-tab')
      else host.halted()
    },
    proceed(mode, config, secrets) {
      steer(mode, secrets)
      go({ type: 'config-changed', at: now(), config })
    },
    stop() {
      if (course.under) course.under.abort()
      else abandon(run, host, 'cancelled')
      return course.walking
    },
    continueAnyway() {
      const cause = run.document()?.outcome.cause
      if (cause) go({ type: 'continued', at: now(), rule: cause })
    },
    rerunFrom(step, config, secrets) {
      steer('run', secrets)
      run.begin(host.engine.rewindRun(run.events(), { run: host.newId(), at: now(), step, config }))
      go()
    },
    onDemand(step, config, secrets) {
      steer('run', secrets)
      go({ type: 'config-changed', at: now(), config }, { type: 'step-wanted', at: now(), step })
    },
    survey: () => survey({ run, host, course }),
    open: (by) => openAuthorization(run, host, by),
    arrive(url, by) {
      const isAwaited = run.waiting()?.on === 'authorization'
      if (isAwaited) go({ type: 'callback-arrived', at: now(), url, by })
      else noteRepeated(run, url, now())
    },
  }
}

async function walk({ run, host, course }: Tab, on: 'walkOn' | 'surveyOn'): Promise<void> {
  course.under?.abort()
  const mine = new AbortController()
  course.under = mine
  if (on === 'walkOn') run.setPhase('running')
  const { secrets, mode } = course
  const log = {
    events: run.events,
    // A walk that another one has replaced must not write into the log of that one.
    append: (event: RunEvent): void => void (course.under === mine && run.append(event)),
  }
  await host.engine[on]({
    log,
    ports: host.ports(),
    secrets,
    signal: mine.signal,
    mode,
    ended() {
      if (course.under !== mine) return
      run.setPhase('ended')
      run.draw()
    },
  })
  if (course.under !== mine) return
  course.under = null
  run.setPhase('ended')
  const waiting = run.waiting()
  if (waiting) run.setPhase('waiting')
  const by = run.config()?.authorizationBy ?? 'paste'
  const leaves = waiting?.on === 'authorization' && mode === 'run' && by !== 'paste'
  if (leaves) return openAuthorization(run, host, by)
  run.draw()
  host.halted()
}

function openAuthorization(
  run: RunStore,
  host: WalkerPorts,
  by: Exclude<AuthorizationBy, 'paste'>,
): void {
  const waiting = run.waiting()
  if (waiting?.on !== 'authorization') return
  run.append({ type: 'authorization-opened', at: host.now(), by })
  const missed = (why: AbandonReason): void => abandon(run, host, why)
  host.openAuthorization({ url: waiting.url, by, missed })
}

function abandon(run: RunStore, host: WalkerPorts, why: AbandonReason): void {
  if (run.waiting()?.on !== 'authorization') return
  run.append({ type: 'authorization-abandoned', at: host.now(), why })
  run.setPhase('waiting')
  run.draw()
  host.halted()
}

function survey(tab: Tab): void {
  const config = tab.run.config()
  if (!config) return
  const also = [...config.also, 'survey'] as const
  tab.run.append({ type: 'config-changed', at: tab.host.now(), config: { ...config, also } })
  tab.course.walking = walk(tab, 'surveyOn')
}

/** A further answer to a request that has had its answer is seen, and not used. */
function noteRepeated(run: RunStore, url: string, at: number): void {
  const count = run.events().filter(({ type }) => type === 'exchange-started').length
  const id = `e${count + 1}`
  const step = 'callback'
  run.append({
    type: 'exchange-started',
    at,
    exchange: {
      id,
      step,
      purpose: 'The browser comes back once more',
      to: 'page',
      via: 'navigation',
      startedAt: at,
      request: { method: 'GET', url, headers: [], body: null },
      outcome: { kind: 'navigated', endedAt: at },
    },
  })
  run.append({
    type: 'decided',
    at,
    decision: {
      step,
      exchange: id,
      says: 'An answer to this authorization request has come before; this one is not used.',
      why: 'A client forgets the state of a request with its first answer, so that nobody can send another.',
    },
  })
}

/** A reload in the middle of a step: the log ends without a halt. */
function wasUnderWay(log: readonly RunEvent[]): boolean {
  const last = log.findLast(
    (event) => event.type !== 'decided' && !event.type.startsWith('exchange'),
  )
  if (last === undefined) return false
  if (last.type === 'step-settled') return ['done', 'back', 'skipped'].includes(last.result.kind)
  return UNDER_WAY.has(last.type)
}

const UNDER_WAY: ReadonlySet<RunEvent['type']> = new Set([
  'run-started',
  'step-started',
  'step-wanted',
  'continued',
  'config-changed',
  'callback-arrived',
] as const)
