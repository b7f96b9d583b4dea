import { describe, expect, test } from 'vitest'
import { type Carriage, carry } from './carry.ts'
import type { WireRequest } from './exchange.ts'
import type { Ports, RelayPort } from './ports.ts'

const REQUEST: WireRequest = {
  method: 'POST',
  url: 'https://mcp.example/mcp',
  headers: [['Content-Type', 'application/json']],
  body: { text: '{}', bytes: 2 },
}

function buildCarriage(change: Partial<Carriage> = {}): Carriage {
  return { via: 'direct', timeout: 1_000, signal: new AbortController().signal, ...change }
}

function buildPorts(change: Partial<Ports> = {}): Ports {
  let now = 0
  return {
    fetch: () => Promise.resolve(new Response('{}')),
    pageOrigin: 'https://page.example',
    now: () => (now += 1),
    ...change,
  }
}

/** A fetch that waits for its signal. */
function hangingFetch(_url: string, init: RequestInit): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })
}

function typed(type: ResponseType): Response {
  return Object.defineProperty(new Response(null), 'type', { value: type })
}

function relayWith(answer: Awaited<ReturnType<RelayPort>>): Pick<Ports, 'relay'> {
  return { relay: () => Promise.resolve(answer) }
}

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text)
}

describe('a direct request', () => {
  test('travels without cookies, cache, referrer and redirects', async () => {
    const seen: RequestInit[] = []
    const fetch: Ports['fetch'] = (_, init) => {
      seen.push(init)
      return Promise.resolve(new Response(''))
    }
    await carry(REQUEST, buildCarriage(), buildPorts({ fetch }))
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      body: '{}',
      mode: 'cors',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
  })

  test('gives status, headers and body with the times of its first byte and its end', async () => {
    const response = new Response('{"a":1}', { status: 401, headers: { 'X-A': 'b' } })
    const ports = buildPorts({ fetch: () => Promise.resolve(response) })
    const outcome = await carry(REQUEST, buildCarriage(), ports)
    expect(outcome).toMatchObject({
      kind: 'response',
      status: 401,
      firstByteAt: 1,
      endedAt: 2,
      headersComplete: false,
      body: { text: '{"a":1}', bytes: 7 },
    })
    expect(outcome.kind === 'response' && outcome.headers).toContainEqual(['x-a', 'b'])
  })

  test('knows all headers of an answer from its own origin', async () => {
    const ports = buildPorts({ fetch: () => Promise.resolve(typed('basic')) })
    expect(await carry(REQUEST, buildCarriage(), ports)).toMatchObject({ headersComplete: true })
  })

  test('knows a redirect that the browser hides', async () => {
    const ports = buildPorts({ fetch: () => Promise.resolve(typed('opaqueredirect')) })
    const outcome = await carry(REQUEST, buildCarriage(), ports)
    expect(outcome).toEqual({ kind: 'redirect-hidden', endedAt: 1 })
  })

  test('learns without CORS only that the host answers', async () => {
    const modes: unknown[] = []
    const fetch: Ports['fetch'] = (_, init) => {
      modes.push(init.mode)
      return Promise.resolve(typed('opaque'))
    }
    const outcome = await carry(REQUEST, buildCarriage({ mode: 'no-cors' }), buildPorts({ fetch }))
    expect(outcome).toEqual({ kind: 'opaque', endedAt: 1 })
    expect(modes).toEqual(['no-cors'])
  })

  test('tells where an answer came from when the browser followed redirects', async () => {
    const response = new Response('{}')
    Object.defineProperty(response, 'redirected', { value: true })
    Object.defineProperty(response, 'url', { value: 'https://mcp.example/mcp/' })
    const ports = buildPorts({ fetch: () => Promise.resolve(response) })
    const outcome = await carry(REQUEST, buildCarriage({ mode: 'follow' }), ports)
    expect(outcome).toMatchObject({ kind: 'response', finalUrl: 'https://mcp.example/mcp/' })
  })

  test('is unreadable without a reason when fetch rejects', async () => {
    const ports = buildPorts({ fetch: () => Promise.reject(new TypeError('Failed to fetch')) })
    const outcome = await carry(REQUEST, buildCarriage(), ports)
    expect(outcome).toEqual({ kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' })
  })

  test('is given up when time runs out', async () => {
    const ports = buildPorts({ fetch: hangingFetch })
    const outcome = await carry(REQUEST, buildCarriage({ timeout: 5 }), ports)
    expect(outcome).toEqual({ kind: 'aborted', endedAt: 1, by: 'timeout' })
  })

  test.each([
    ['the person', undefined, 'user'],
    ['the walk', 'walk', 'walk'],
  ])('is given up when %s stops it', async (_, reason, by) => {
    const stop = new AbortController()
    const carriage = buildCarriage({ signal: stop.signal })
    const carrying = carry(REQUEST, carriage, buildPorts({ fetch: hangingFetch }))
    stop.abort(reason)
    expect(await carrying).toEqual({ kind: 'aborted', endedAt: 1, by })
  })

  test('keeps the head of an answer whose body never ends', async () => {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void =>
      controller.enqueue(new TextEncoder().encode(': still here\n\n'))
    const endless = new Response(new ReadableStream<Uint8Array>({ start }), { status: 200 })
    const ports = buildPorts({ fetch: () => Promise.resolve(endless) })
    const outcome = await carry(REQUEST, buildCarriage({ timeout: 5 }), ports)
    expect(outcome).toMatchObject({
      kind: 'response',
      status: 200,
      body: { text: ': still here\n\n', cut: 'timeout' },
    })
  })
})

describe('a request through the relay', () => {
  const RELAYED = buildCarriage({ via: 'relay' })

  test('asks for what the request is and for one byte more than is kept', async () => {
    const seen: unknown[] = []
    const relay: RelayPort = (request) => {
      seen.push(request)
      return Promise.resolve({ kind: 'answer', status: 200, headers: [], body: pieces() })
    }
    await carry(REQUEST, RELAYED, buildPorts({ relay }))
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://mcp.example/mcp',
        headers: [['Content-Type', 'application/json']],
        body: '{}',
        timeout: 1_000,
        maximumBytes: 2 * 1024 * 1024 + 1,
      },
    ])
  })

  test('gives all headers in their order and case', async () => {
    const headers = [
      ['WWW-Authenticate', 'Bearer'],
      ['www-authenticate', 'Basic'],
    ] as const
    const ports = buildPorts(
      relayWith({ kind: 'answer', status: 401, headers, body: pieces('a', 'b') }),
    )
    expect(await carry(REQUEST, RELAYED, ports)).toEqual({
      kind: 'response',
      firstByteAt: 1,
      endedAt: 2,
      status: 401,
      headers,
      headersComplete: true,
      body: { text: 'ab', bytes: 2 },
    })
  })

  test('says that a body is cut which the relay cut at the limit', async () => {
    const tooMuch = new Uint8Array(2 * 1024 * 1024 + 1).fill(0x78)
    async function* cutByRelay(): AsyncGenerator<Uint8Array> {
      yield tooMuch
    }
    const ports = buildPorts(
      relayWith({ kind: 'answer', status: 200, headers: [], body: cutByRelay() }),
    )
    expect(await carry(REQUEST, RELAYED, ports)).toMatchObject({
      body: { bytes: 2 * 1024 * 1024, cut: 'size' },
    })
  })

  test('says why there is no answer', async () => {
    const ports = buildPorts(
      relayWith({ kind: 'failed', reason: 'name-not-found', message: 'No such host.' }),
    )
    expect(await carry(REQUEST, RELAYED, ports)).toEqual({
      kind: 'unreadable',
      endedAt: 1,
      reason: 'name-not-found',
      message: 'No such host.',
    })
  })

  test('is given up when the relay saw time run out', async () => {
    const ports = buildPorts(relayWith({ kind: 'failed', reason: 'timeout', message: 'Late.' }))
    const outcome = await carry(REQUEST, RELAYED, ports)
    expect(outcome).toEqual({ kind: 'aborted', endedAt: 1, by: 'timeout' })
  })

  test('is given up when the person stops it', async () => {
    const stop = new AbortController()
    const relay: RelayPort = (_, signal) =>
      new Promise((__, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const carriage = { ...RELAYED, signal: stop.signal }
    const carrying = carry(REQUEST, carriage, buildPorts({ relay }))
    stop.abort()
    expect(await carrying).toEqual({ kind: 'aborted', endedAt: 1, by: 'user' })
  })

  test('keeps what had arrived when the target broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('half')
      throw new Error('The target closed the connection.')
    }
    const ports = buildPorts(
      relayWith({ kind: 'answer', status: 200, headers: [], body: broken() }),
    )
    expect(await carry(REQUEST, RELAYED, ports)).toMatchObject({
      kind: 'response',
      body: { text: 'half', cut: 'failed' },
    })
  })

  test('says that there is none when there is none', async () => {
    const outcome = await carry(REQUEST, RELAYED, buildPorts())
    expect(outcome).toMatchObject({ kind: 'unreadable', reason: 'relay' })
  })
})
