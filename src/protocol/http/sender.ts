import { toBody } from './body.ts'
import { type Carriage, carry } from './carry.ts'
import type { Exchange, ExchangeId } from './exchange.ts'
import { chooseRoute } from './routes.ts'
import { triageByPage, triageByRelay } from './triage.ts'
import type { Ask, WireOptions } from './wire.ts'

/** Sends asks by the right way, recovers where a page may not read, and keeps track of what nobody waits for. */
export type Sender = {
  readonly canRelay: boolean
  nextId(): ExchangeId
  go(ask: Ask, ahead: boolean): Promise<Exchange>
  /** Like `go` for a request that the walk can do without: it is given up when the walk settles. */
  goInBackground(ask: Ask): Promise<Exchange>
  inBackground(work: Promise<unknown>): void
  settle(patience: number): Promise<void>
}

type Manner = {
  readonly via: 'direct' | 'relay'
  readonly mode?: NonNullable<Carriage['mode']>
  readonly ahead?: boolean
  readonly after?: ExchangeId
  readonly signal?: AbortSignal
}

/** Makes the sender of one wire. */
export function createSender(options: WireOptions): Sender {
  const canRelay = options.ports.relay !== undefined && options.transport !== 'direct'
  const leaving = new AbortController()
  const dispensable = AbortSignal.any([options.signal, leaving.signal])
  const background = trackBackground()
  const start = (ask: Ask, manner: Manner): Promise<Exchange> => startExchange(options, ask, manner)

  const triage = (ask: Ask, failed: Exchange): Promise<unknown> => {
    if (!canRelay) return triageWithoutRelay(ask, failed, start)
    const experiments = triageByRelay(ask, failed, options.ports.pageOrigin)
    return Promise.all(
      experiments.map((each) => start(each, { via: 'relay', signal: dispensable })),
    )
  }

  const recover = async (ask: Ask, failed: Exchange): Promise<Exchange> => {
    const hidden = failed.outcome.kind === 'redirect-hidden'
    if (!canRelay && hidden && ask.method === 'GET') {
      return start(ask, { via: 'direct', mode: 'follow', after: failed.id })
    }
    if (!canRelay && !hidden) await triage(ask, failed)
    if (!canRelay || !ask.repeatable) return failed
    const again = start(ask, { via: 'relay', after: failed.id })
    if (!hidden) background.add(triage(ask, failed))
    return again
  }

  const go = async (ask: Ask, manner: Omit<Manner, 'via'>): Promise<Exchange> => {
    const chosen = chooseRoute(ask, {
      transport: options.transport,
      canRelay,
      exchanges: options.exchanges(),
    })
    const via = ask.via ?? chosen
    const exchange = await start(ask, { ...manner, via })
    const kind = exchange.outcome.kind
    const lost = via === 'direct' && (kind === 'unreadable' || kind === 'redirect-hidden')
    return lost && ask.via === undefined ? recover(ask, exchange) : exchange
  }

  return {
    canRelay,
    nextId: () => nextId(options),
    go: (ask, ahead) => go(ask, ahead ? { ahead, signal: dispensable } : {}),
    goInBackground: (ask) => go(ask, { signal: dispensable }),
    inBackground: background.add,
    async settle(patience) {
      if (background.isEmpty()) return
      await Promise.race([background.all(), expiry(patience)])
      leaving.abort('walk')
      await background.all()
    },
  }
}

function startExchange(options: WireOptions, ask: Ask, manner: Manner): Promise<Exchange> {
  const after = manner.after ?? ask.after
  const exchange: Exchange = {
    id: nextId(options),
    step: ask.step,
    purpose: ask.purpose,
    to: ask.to,
    via: manner.via,
    startedAt: options.ports.now(),
    request: { method: ask.method, url: ask.url, headers: ask.headers, body: toBody(ask.body) },
    outcome: { kind: 'pending' },
    ...(manner.ahead && { ahead: { used: false } }),
    ...(ask.diagnostic && { diagnostic: ask.diagnostic }),
    ...(after && { after }),
  }
  options.started(exchange)
  const carriage: Carriage = {
    via: manner.via,
    ...(manner.mode && { mode: manner.mode }),
    timeout: options.timeout,
    signal: manner.signal ?? options.signal,
    ...(ask.answered && { answered: ask.answered }),
  }
  return carry(exchange.request, carriage, options.ports).then((outcome) => {
    options.settled(exchange.id, outcome)
    return { ...exchange, outcome }
  })
}

async function triageWithoutRelay(
  ask: Ask,
  failed: Exchange,
  start: (ask: Ask, manner: Manner) => Promise<Exchange>,
): Promise<void> {
  const [reachable, simple] = triageByPage(ask, failed)
  await Promise.all([
    start(reachable, { via: 'direct', mode: 'no-cors' }),
    start(simple, { via: 'direct', mode: 'follow' }),
  ])
}

function nextId(options: WireOptions): ExchangeId {
  return `e${options.exchanges().length + 1}`
}

type Background = {
  add(work: Promise<unknown>): void
  all(): Promise<unknown>
  isEmpty(): boolean
}

function trackBackground(): Background {
  const running = new Set<Promise<unknown>>()
  return {
    add(work) {
      const tracked = work.finally(() => running.delete(tracked))
      running.add(tracked)
    },
    async all() {
      while (running.size > 0) await Promise.all(running)
    },
    isEmpty: () => running.size === 0,
  }
}

function expiry(milliseconds: number): Promise<void> {
  const clock = AbortSignal.timeout(milliseconds)
  return new Promise((resolve) => clock.addEventListener('abort', () => resolve()))
}
