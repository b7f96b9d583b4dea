import type { Exchange } from './exchange.ts'
import type { Ports, RelayAnswer, RelayPort } from './ports.ts'
import { type Ask, type Wire, type WireOptions, createWire } from './wire.ts'

/** A wire for tests with its log and a way to stop it. */
export type TestWire = {
  readonly wire: Wire
  readonly exchanges: Exchange[]
  /** What became of each exchange, in one word and in the order in which they began. */
  tale(): readonly string[]
  /** Resolves once so many exchanges have settled. */
  stop: AbortController
}

/** A wire over hand-made ports. */
export function openWire(
  ports: Partial<Ports>,
  change: Partial<Omit<WireOptions, 'ports' | 'exchanges' | 'started' | 'settled' | 'used'>> = {},
): TestWire {
  const exchanges: Exchange[] = []
  const stop = new AbortController()
  let now = 0
  const put = (id: string, part: Partial<Exchange>): void => {
    const at = exchanges.findIndex((each) => each.id === id)
    const exchange = exchanges[at]
    if (exchange) exchanges[at] = { ...exchange, ...part }
  }
  const wire = createWire({
    ports: {
      fetch: () => Promise.resolve(new Response('{}')),
      pageOrigin: 'https://page.example',
      now: () => (now += 1),
      ...ports,
    },
    transport: 'auto',
    together: true,
    timeout: 1_000,
    signal: stop.signal,
    left: [],
    ...change,
    exchanges: () => exchanges,
    started: (exchange) => void exchanges.push(exchange),
    settled: (id, outcome) => put(id, { outcome }),
    used: (id) => put(id, { ahead: { used: true } }),
  })
  const tale = (): readonly string[] => exchanges.map(tell)
  return { wire, exchanges, tale, stop }
}

/** One exchange in a few words: `e2 relay POST /mcp after e1: response`. */
function tell({ id, via, request, outcome, after, diagnostic, ahead }: Exchange): string {
  const words = [
    id,
    diagnostic,
    ahead && (ahead.used ? 'ahead and used' : 'ahead'),
    via,
    request.method,
    new URL(request.url).pathname,
    after && `after ${after}`,
  ]
  return `${words.filter((word) => word !== undefined).join(' ')}: ${outcome.kind}`
}

/** A request that a step wants made, in few words. */
export function buildAsk(change: Partial<Ask> = {}): Ask {
  return {
    step: 'session',
    purpose: 'Initialize',
    to: 'server',
    method: 'POST',
    url: 'https://mcp.example/mcp',
    headers: [['Content-Type', 'application/json']],
    body: '{}',
    repeatable: true,
    ...change,
  }
}

/** A fetch that fails as a browser's does where CORS forbids to read. */
export function refuseToFetch(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'))
}

/** A fetch that answers nothing until it is given up. */
export function hangOn(_url: string, init: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })
}

/** A relay that answers every request alike. */
export function relayWith(answer: Partial<Extract<RelayAnswer, { kind: 'answer' }>>): RelayPort {
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  return () =>
    Promise.resolve({ kind: 'answer', status: 200, headers: [], body: nothing(), ...answer })
}
