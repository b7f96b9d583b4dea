import type * as Engine from '../protocol/engine.ts'
import type {
  AbandonReason,
  AuthorizationBy,
  Ports,
  RunConfig,
  RunEvent,
  RunSecrets,
  StepId,
} from '../protocol/index.ts'
import type { RunStore } from './run-store.ts'

/** What only the browser can do for a walk. */
export type WalkerPorts = {
  readonly engine: Pick<typeof Engine, 'rewindRun' | 'walkOn'>
  /** Asked for at the start of each walk. */
  ports(): Ports
  now(): number
  newId(): string
  /** Opens the authorization server. `missed` is called when the person does not come back. */
  openAuthorization(request: {
    readonly url: string
    readonly by: Exclude<AuthorizationBy, 'paste'>
    readonly run: string
    missed(why: AbandonReason): void
  }): void
  /** Called when a walk has halted, with nothing under way. */
  halted(): void
}

/** What a person does to a walk. */
export type Walker = {
  start(config: RunConfig, secrets: RunSecrets, how: 'run' | 'step'): void
  /** Takes up a run after a reload. A walk that was under way goes on; one that waits keeps waiting. */
  resume(log: readonly RunEvent[], secrets: RunSecrets, arrived: string | null): void
  /** Goes on from a halt, with changed values. */
  proceed(how: 'run' | 'step', config: RunConfig, secrets: RunSecrets): void
  /** Ends what is under way, or gives up waiting. */
  stop(): void
  continueAnyway(): void
  /** Begins a new run at a step, keeping what earlier steps learned. */
  rerunFrom(step: StepId, config: RunConfig, secrets: RunSecrets): void
  onDemand(step: 'refresh' | 'step-up' | 'revoke', config: RunConfig, secrets: RunSecrets): void
  open(by: Exclude<AuthorizationBy, 'paste'>): void
  arrive(url: string, by: AuthorizationBy): void
}

type Course = { secrets: RunSecrets; mode: 'run' | 'step'; under: AbortController | null }

/** Starts, halts and continues the walk of this tab. */
export function createWalker(run: RunStore, host: WalkerPorts): Walker {
  const course: Course = { secrets: {}, mode: 'run', under: null }
  const now = (): number => host.now()
  const go = (): void => void walk(run, host, course)
  const steer = (how: 'run' | 'step', secrets: RunSecrets): void => {
    course.secrets = secrets
    course.mode = how
  }
  return {
    start(config, secrets, how) {
      steer(how, secrets)
      run.begin([{ type: 'run-started', at: now(), run: host.newId(), config }])
      go()
    },
    resume(log, secrets, arrived) {
      steer('run', secrets)
      run.restore(log)
      if (arrived !== null) this.arrive(arrived, 'same-tab')
      else if (wasUnderWay(log)) go()
      else run.setPhase(run.document()?.outcome.waiting ? 'waiting' : 'ended')
    },
    proceed(how, config, secrets) {
      steer(how, secrets)
      run.append({ type: 'config-changed', at: now(), config })
      go()
    },
    stop() {
      if (course.under) course.under.abort()
      else abandon(run, host, 'cancelled')
    },
    continueAnyway() {
      const cause = run.document()?.outcome.cause
      if (!cause) return
      run.append({ type: 'continued', at: now(), rule: cause })
      go()
    },
    rerunFrom(step, config, secrets) {
      steer('run', secrets)
      run.begin(host.engine.rewindRun(run.events(), { run: host.newId(), at: now(), step, config }))
      go()
    },
    onDemand(step, config, secrets) {
      steer('run', secrets)
      run.append({ type: 'config-changed', at: now(), config })
      run.append({ type: 'step-wanted', at: now(), step })
      go()
    },
    open: (by) => openAuthorization(run, host, by),
    arrive(url, by) {
      run.append({ type: 'callback-arrived', at: now(), url, by })
      if (!course.under) go()
    },
  }
}

async function walk(run: RunStore, host: WalkerPorts, course: Course): Promise<void> {
  course.under?.abort()
  const mine = new AbortController()
  course.under = mine
  run.setPhase('running')
  const { secrets, mode } = course
  const log = {
    events: run.events,
    // A walk that another one has replaced must not write into the log of that one.
    append: (event: RunEvent): void => void (course.under === mine && run.append(event)),
  }
  await host.engine.walkOn({
    log,
    ports: host.ports(),
    secrets,
    signal: mine.signal,
    mode,
  })
  if (course.under !== mine) return
  course.under = null
  run.setPhase('ended')
  const { outcome, config } = run.document() ?? {}
  if (!outcome?.waiting || !config) return host.halted()
  run.setPhase('waiting')
  const by = config.authorizationBy
  const leaves = outcome.waiting.on === 'authorization' && mode === 'run' && by !== 'paste'
  if (leaves) openAuthorization(run, host, by)
  else host.halted()
}

function openAuthorization(
  run: RunStore,
  host: WalkerPorts,
  by: Exclude<AuthorizationBy, 'paste'>,
): void {
  const { outcome, id } = run.document() ?? {}
  if (outcome?.waiting?.on !== 'authorization' || id === undefined) return
  run.append({ type: 'authorization-opened', at: host.now(), by })
  const missed = (why: AbandonReason): void => abandon(run, host, why)
  host.openAuthorization({ url: outcome.waiting.url, by, run: id, missed })
}

function abandon(run: RunStore, host: WalkerPorts, why: AbandonReason): void {
  if (run.document()?.outcome.waiting?.on !== 'authorization') return
  run.append({ type: 'authorization-abandoned', at: host.now(), why })
  run.setPhase('waiting')
  host.halted()
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
  'continued',
  'config-changed',
  'callback-arrived',
] as const)
