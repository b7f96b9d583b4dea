import type {
  Diagnostic,
  Exchange,
  ExchangeId,
  HeaderList,
  Outcome,
  Party,
  StepId,
} from './exchange.ts'
import type { Ports } from './ports.ts'
import { readabilityOf } from './readability.ts'
import type { TransportName } from './routes.ts'
import { type Sender, createSender } from './sender.ts'

/** One request that a step wants made. */
export type Ask = {
  readonly step: StepId
  readonly purpose: string
  readonly to: Party
  readonly method: string
  readonly url: string
  readonly headers: HeaderList
  readonly body?: string
  /**
   * Whether the request may be made twice without harm. One that may not (code exchange, registration, refresh,
   * revocation, a tool call) never goes directly to an endpoint that was not seen to be readable.
   */
  readonly repeatable: boolean
  /** A POST to the same place that can change nothing: what is sent instead, to find out why an answer was lost. */
  readonly instead?: HarmlessPost
  /** Ends the reading of a stream once its text holds the answer. */
  readonly answered?: (text: string) => boolean
  readonly diagnostic?: Diagnostic
  readonly after?: ExchangeId
  /** Overrides the run's transport for this one request. */
  readonly via?: 'direct' | 'relay'
  /** Milliseconds until this one request is given up, where that is sooner than for the others. */
  readonly patience?: number
}

/** A POST that can change nothing. */
export type HarmlessPost = { readonly headers: HeaderList; readonly body: string }

/** A question whether a page may read an endpoint's answers. */
export type ReadableCheck = Pick<Ask, 'step' | 'to' | 'url' | 'purpose'> & {
  readonly harmless: HarmlessPost
}

/**
 * How steps reach the network. Every call is in the log before it leaves. Never rejects for what a server does; once
 * the person has stopped the walk, `send` rejects and nothing more leaves.
 */
export type Wire = {
  /** Makes the request, or takes up one that was asked ahead, and gives the settled exchange. */
  send(ask: Ask): Promise<Exchange>
  /** Starts a harmless request before its turn. Does nothing when the walk goes one by one. */
  ahead(ask: Ask): void
  /** Makes a request whose answer nobody needs. */
  leave(ask: Ask): void
  /** Finds out, without side effects, whether a page may read that endpoint's answers; nothing waits for it. */
  checkReadable(check: ReadableCheck): void
  /** Whether a request that cannot be repeated may leave now; finds out where that is not known yet. */
  maySend(check: ReadableCheck): Promise<boolean>
  /** Records a navigation: pending until the page is back, or settled at once for one that arrived. */
  navigate(navigation: Navigation): Exchange
  /** True when there is a relay and the person's choice of transport allows it. */
  readonly canRelay: boolean
  /** Waits for what nobody waits for, at most so many milliseconds, and then gives up what was asked ahead. */
  settle(patience: number): Promise<void>
}

/** A request that the address bar makes. */
export type Navigation = Pick<Ask, 'step' | 'purpose' | 'to' | 'url' | 'after'> & {
  readonly arrived: boolean
}

/** What a wire is made of. */
export type WireOptions = {
  readonly ports: Ports
  readonly transport: TransportName
  readonly together: boolean
  readonly timeout: number
  readonly signal: AbortSignal
  /** Answered exchanges of an attempt that was broken off: taken up where they come again, instead of made again. */
  readonly left: readonly Exchange[]
  exchanges(): readonly Exchange[]
  started(exchange: Exchange): void
  settled(id: ExchangeId, outcome: Outcome): void
  used(id: ExchangeId): void
}

/** Makes the wire of one walk. */
export function createWire(options: WireOptions): Wire {
  const sender = createSender(options)
  const asked = new Map<string, { id: ExchangeId; exchange: Promise<Exchange> }>()
  const left = createLeftOver(options)
  return {
    canRelay: sender.canRelay,
    async send(ask) {
      options.signal.throwIfAborted()
      // An experiment is made for its own sake, whatever the walk has asked ahead.
      if (ask.diagnostic !== undefined) return sender.go(ask, false)
      const early = asked.get(keyOf(ask))
      if (!early) return left.take(ask) ?? sender.go(ask, false)
      asked.delete(keyOf(ask))
      options.used(early.id)
      const exchange = await early.exchange
      // Asked again through the relay, it is another exchange.
      if (exchange.id !== early.id) options.used(exchange.id)
      return exchange
    },
    ahead(ask) {
      if (!options.together || options.signal.aborted) return
      if (asked.has(keyOf(ask)) || left.has(ask)) return
      const id = sender.nextId()
      const exchange = sender.go(ask, true)
      asked.set(keyOf(ask), { id, exchange })
      sender.inBackground(exchange)
    },
    leave(ask) {
      if (options.signal.aborted || left.take(ask)) return
      sender.inBackground(sender.goInBackground(ask))
    },
    ...readableChecks(options, sender),
    navigate: (navigation) =>
      left.takeArrived(navigation) ?? navigate(options, sender.nextId(), navigation),
    settle: sender.settle,
  }
}

type LeftOver = {
  has(ask: Ask): boolean
  take(ask: Ask): Exchange | undefined
  takeArrived(navigation: Navigation): Exchange | undefined
}

function createLeftOver(options: WireOptions): LeftOver {
  const exchanges = [...options.left]
  const takeAt = (at: number): Exchange | undefined => {
    const [exchange] = at < 0 ? [] : exchanges.splice(at, 1)
    if (exchange?.ahead?.used === false) options.used(exchange.id)
    return exchange
  }
  const find = (ask: Ask): number =>
    exchanges.findIndex(({ via, request }) => {
      if (via === 'navigation' || (ask.via ?? via) !== via) return false
      return keyOf({ ...request, body: request.body?.text }) === keyOf(ask)
    })
  return {
    has: (ask) => find(ask) >= 0,
    take: (ask) => takeAt(find(ask)),
    takeArrived: ({ arrived, step, url }) => {
      const isSame = (each: Exchange): boolean =>
        each.via === 'navigation' && each.step === step && each.request.url === url
      return arrived ? takeAt(exchanges.findIndex(isSame)) : undefined
    },
  }
}

function readableChecks(
  options: WireOptions,
  sender: Sender,
): Pick<Wire, 'checkReadable' | 'maySend'> {
  const checks = new Map<string, Promise<void>>()
  const ask = async (question: ReadableCheck): Promise<void> => {
    const { harmless, ...about } = question
    const shared = { ...about, diagnostic: 'readable', repeatable: true, via: 'direct' } as const
    const simple = await sender.goInBackground({
      ...shared,
      method: 'GET',
      headers: [['Accept', 'application/json']],
    })
    if (!['unreadable', 'redirect-hidden'].includes(simple.outcome.kind)) return
    await sender.goInBackground({ ...shared, ...harmless, method: 'POST', after: simple.id })
  }
  const check = (question: ReadableCheck): Promise<void> => {
    const known = checks.get(question.url)
    if (known) return known
    if (readabilityOf(options.exchanges(), question.url) !== 'unknown') return Promise.resolve()
    const work = ask(question)
    checks.set(question.url, work)
    sender.inBackground(work)
    return work
  }
  return {
    checkReadable(question) {
      if (options.transport !== 'relay' && !options.signal.aborted) void check(question)
    },
    async maySend(question) {
      options.signal.throwIfAborted()
      if (sender.canRelay) return true
      await check(question)
      return readabilityOf(options.exchanges(), question.url) === 'readable'
    },
  }
}

function navigate(options: WireOptions, id: ExchangeId, navigation: Navigation): Exchange {
  const at = options.ports.now()
  const exchange: Exchange = {
    id,
    step: navigation.step,
    purpose: navigation.purpose,
    to: navigation.to,
    via: 'navigation',
    startedAt: at,
    request: { method: 'GET', url: navigation.url, headers: [], body: null },
    outcome: { kind: 'pending' },
    ...(navigation.after && { after: navigation.after }),
  }
  options.started(exchange)
  if (!navigation.arrived) return exchange
  const outcome: Outcome = { kind: 'navigated', endedAt: at }
  options.settled(id, outcome)
  return { ...exchange, outcome }
}

/** Two asks are the same request when all that travels is the same. */
function keyOf(ask: {
  method: string
  url: string
  headers: HeaderList
  body?: string | undefined
}) {
  return JSON.stringify([ask.method, ask.url, ask.headers, ask.body ?? null])
}
