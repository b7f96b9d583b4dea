import { toBody } from './body.ts'
import { type Carriage, carry } from './carry.ts'
import { type Exchange, type ExchangeId, answerOf } from './exchange.ts'
import { chooseRoute } from './routes.ts'
import {
  needsPreflight,
  preflightAsk,
  preflightPermits,
  triageByPage,
  triageByRelay,
} from './triage.ts'
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

/** How an ask is made, whatever way it goes. */
type Manner = { readonly ahead?: boolean; readonly signal?: AbortSignal }

type Departure = Manner & {
  readonly via: 'direct' | 'relay'
  readonly mode?: NonNullable<Carriage['mode']>
  readonly after?: ExchangeId
}

/** Makes the sender of one wire. */
export function createSender(options: WireOptions): Sender {
  const canRelay = options.ports.relay !== undefined && options.transport !== 'direct'
  const leaving = new AbortController()
  const dispensable = AbortSignal.any([options.signal, leaving.signal])
  const background = trackBackground()
  const start = (ask: Ask, departure: Departure): Promise<Exchange> =>
    startExchange(options, ask, departure)
  const experiment = (ask: Ask): Promise<Exchange> =>
    start(ask, { via: 'relay', signal: dispensable })

  const recoverByPage = async (ask: Ask, failed: Exchange, manner: Manner): Promise<Exchange> => {
    if (failed.outcome.kind !== 'redirect-hidden') {
      await triageWithoutRelay(ask, failed, start)
      return failed
    }
    if (ask.method !== 'GET') return failed
    return start(ask, { ...manner, via: 'direct', mode: 'follow', after: failed.id })
  }

  const recoverByRelay = async (ask: Ask, failed: Exchange, manner: Manner): Promise<Exchange> => {
    const hidden = failed.outcome.kind === 'redirect-hidden'
    const { pageOrigin } = options.ports
    if (ask.repeatable) {
      const again = start(ask, { ...manner, via: 'relay', after: failed.id })
      const experiments = hidden ? [] : triageByRelay(ask, failed, pageOrigin)
      background.add(Promise.all(experiments.map(experiment)))
      return again
    }
    if (hidden) return failed
    if (!needsPreflight(ask.method, ask.headers)) {
      background.add(Promise.all(triageByRelay(ask, failed, pageOrigin).map(experiment)))
      return failed
    }
    const preflight = answerOf(await experiment(preflightAsk(ask, failed, pageOrigin)))
    if (!preflight || preflightPermits(preflight, ask, pageOrigin)) return failed
    // The browser was refused at the preflight, so the request itself has never left.
    return start(ask, { ...manner, via: 'relay', after: failed.id })
  }

  const go = async (ask: Ask, manner: Manner): Promise<Exchange> => {
    const { transport } = options
    const chosen = chooseRoute(ask, { transport, canRelay, exchanges: options.exchanges() })
    const via = ask.via ?? chosen
    const exchange = await start(ask, { ...manner, via })
    const { kind } = exchange.outcome
    const isLost = via === 'direct' && (kind === 'unreadable' || kind === 'redirect-hidden')
    if (!isLost || ask.via !== undefined) return exchange
    const recover = canRelay ? recoverByRelay : recoverByPage
    return recover(ask, exchange, manner)
  }

  return {
    canRelay,
    nextId: () => nextId(options),
    go: (ask, ahead) => go(ask, ahead ? { ahead, signal: dispensable } : {}),
    goInBackground: (ask) => go(ask, { signal: dispensable }),
    inBackground: background.add,
    async settle(patience) {
      if (background.isEmpty()) return
      const timer = setTimeout(() => leaving.abort('walk'), patience)
      await background.all()
      clearTimeout(timer)
    },
  }
}

function startExchange(options: WireOptions, ask: Ask, departure: Departure): Promise<Exchange> {
  const after = departure.after ?? ask.after
  const exchange: Exchange = {
    id: nextId(options),
    step: ask.step,
    purpose: ask.purpose,
    to: ask.to,
    via: departure.via,
    startedAt: options.ports.now(),
    request: { method: ask.method, url: ask.url, headers: ask.headers, body: toBody(ask.body) },
    outcome: { kind: 'pending' },
    ...(departure.ahead && { ahead: { used: false } }),
    ...(ask.diagnostic && { diagnostic: ask.diagnostic }),
    ...(after && { after }),
  }
  options.started(exchange)
  const carriage: Carriage = {
    via: departure.via,
    ...(departure.mode && { mode: departure.mode }),
    timeout: Math.min(options.timeout, ask.patience ?? options.timeout),
    signal: departure.signal ?? options.signal,
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
  start: (ask: Ask, departure: Departure) => Promise<Exchange>,
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
