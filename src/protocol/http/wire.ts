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
  /** Ends the reading of a stream once its text holds the answer. */
  readonly answered?: (text: string) => boolean
  readonly diagnostic?: Diagnostic
  readonly after?: ExchangeId
  /** Overrides the run's transport for this one request. */
  readonly via?: 'direct' | 'relay'
}

/** A question whether a page may read an endpoint's answers. `harmless` is a POST that can change nothing. */
export type ReadableCheck = Pick<Ask, 'step' | 'to' | 'url' | 'purpose'> & {
  readonly harmless: { readonly headers: HeaderList; readonly body: string }
}

/** How steps reach the network. Every call is in the log before it leaves. Never rejects for what a server does. */
export type Wire = {
  /** Makes the request, or takes up one that was asked ahead, and gives the settled exchange. */
  send(ask: Ask): Promise<Exchange>
  /** Starts a harmless request before its turn. Does nothing when the walk goes one by one. */
  ahead(ask: Ask): void
  /** Makes a request whose answer nobody needs. */
  leave(ask: Ask): void
  /** Finds out, without side effects, whether a page may read that endpoint's answers; nothing waits for it. */
  checkReadable(check: ReadableCheck): void
  /** Whether a request that cannot be repeated may leave now; waits for a check under way. */
  maySend(url: string): Promise<boolean>
  /** Records a navigation: pending until the page is back, or settled at once for one that arrived. */
  navigate(navigation: Navigation): Exchange
  /** True when there is a relay and the person's choice of transport allows it. */
  readonly canRelay: boolean
  /** Waits for what nobody waits for, at most so many milliseconds, and then gives up what was asked ahead. */
  settle(patience: number): Promise<void>
}

/** A request that the address bar makes. */
export type Navigation = Pick<Ask, 'step' | 'purpose' | 'to' | 'url'> & {
  readonly arrived: boolean
}

/** What a wire is made of. */
export type WireOptions = {
  readonly ports: Ports
  readonly transport: TransportName
  readonly together: boolean
  readonly timeout: number
  readonly signal: AbortSignal
  exchanges(): readonly Exchange[]
  started(exchange: Exchange): void
  settled(id: ExchangeId, outcome: Outcome): void
  used(id: ExchangeId): void
}

/** Makes the wire of one walk. */
export function createWire(options: WireOptions): Wire {
  const sender = createSender(options)
  const asked = new Map<string, { id: ExchangeId; exchange: Promise<Exchange> }>()
  return {
    canRelay: sender.canRelay,
    async send(ask) {
      const early = asked.get(keyOf(ask))
      if (!early) return sender.go(ask, false)
      asked.delete(keyOf(ask))
      options.used(early.id)
      return early.exchange
    },
    ahead(ask) {
      if (!options.together || asked.has(keyOf(ask))) return
      const id = sender.nextId()
      const exchange = sender.go(ask, true)
      asked.set(keyOf(ask), { id, exchange })
      sender.inBackground(exchange)
    },
    leave: (ask) => sender.inBackground(sender.goInBackground(ask)),
    ...readableChecks(options, sender),
    navigate: (navigation) => navigate(options, sender.nextId(), navigation),
    settle: sender.settle,
  }
}

function readableChecks(
  options: WireOptions,
  sender: Sender,
): Pick<Wire, 'checkReadable' | 'maySend'> {
  const checks = new Map<string, Promise<void>>()
  const check = async (question: ReadableCheck): Promise<void> => {
    const { harmless, ...about } = question
    const shared = { ...about, diagnostic: 'readable', repeatable: true, via: 'direct' } as const
    const simple = await sender.goInBackground({
      ...shared,
      method: 'GET',
      headers: [['Accept', 'application/json']],
    })
    if (simple.outcome.kind !== 'unreadable') return
    await sender.goInBackground({ ...shared, ...harmless, method: 'POST', after: simple.id })
  }
  return {
    checkReadable(question) {
      if (options.transport === 'relay' || checks.has(question.url)) return
      if (readabilityOf(options.exchanges(), question.url) !== 'unknown') return
      const work = check(question)
      checks.set(question.url, work)
      sender.inBackground(work)
    },
    async maySend(url) {
      if (sender.canRelay) return true
      await checks.get(url)
      return readabilityOf(options.exchanges(), url) === 'readable'
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
  }
  options.started(exchange)
  if (!navigation.arrived) return exchange
  const outcome: Outcome = { kind: 'navigated', endedAt: at }
  options.settled(id, outcome)
  return { ...exchange, outcome }
}

/** Two asks are the same request when all that travels is the same. */
function keyOf(ask: Ask): string {
  return JSON.stringify([ask.method, ask.url, ask.headers, ask.body ?? null])
}
