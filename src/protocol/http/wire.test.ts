import { describe, expect, test } from 'vitest'
import { buildAsk, hangOn, openWire, refuseToFetch, relayWith } from './build-wire.ts'
import type { Exchange } from './exchange.ts'
import type { Ports } from './ports.ts'
import type { ReadableCheck } from './wire.ts'

const { body: _, ...GET } = buildAsk({
  method: 'GET',
  url: 'https://mcp.example/metadata',
  headers: [],
})
const TOKEN = 'https://issuer.example/token'
const CHECK: ReadableCheck = {
  step: 'server-metadata',
  purpose: 'May a page read the token endpoint',
  to: 'issuer',
  url: TOKEN,
  harmless: { headers: [['Content-Type', 'application/x-www-form-urlencoded']], body: '' },
}

describe('a request ahead of its turn', () => {
  test('is made once and taken up when its turn comes', async () => {
    const { wire, tale } = openWire({})
    wire.ahead(GET)
    wire.ahead(GET)
    const exchange = await wire.send(GET)
    expect(exchange).toMatchObject({ id: 'e1', outcome: { kind: 'response' } })
    expect(tale()).toEqual(['e1 ahead and used direct GET /metadata: response'])
  })

  test('is made again when its turn comes a second time', async () => {
    const { wire, tale } = openWire({})
    wire.ahead(GET)
    await wire.send(GET)
    await wire.send(GET)
    expect(tale()[1]).toBe('e2 direct GET /metadata: response')
  })

  test('is another request when a header differs', async () => {
    const { wire, tale } = openWire({})
    wire.ahead(GET)
    await wire.send({ ...GET, headers: [['Accept', 'application/json']] })
    await wire.settle(1_000)
    expect(tale()).toEqual([
      'e1 ahead direct GET /metadata: response',
      'e2 direct GET /metadata: response',
    ])
  })

  test('is not made when the walk goes one by one', async () => {
    const { wire, tale } = openWire({}, { together: false })
    wire.ahead(GET)
    await wire.send(GET)
    expect(tale()).toEqual(['e1 direct GET /metadata: response'])
  })

  test('counts as used in both its forms when the relay had to help', async () => {
    const { wire, tale } = openWire({ fetch: refuseToFetch, relay: relayWith({}) })
    wire.ahead(GET)
    const exchange = await wire.send(GET)
    expect(exchange.via).toBe('relay')
    expect(tale().slice(0, 2)).toEqual([
      'e1 ahead and used direct GET /metadata: unreadable',
      'e2 ahead and used relay GET /metadata after e1: response',
    ])
  })

  test('stays marked as unused in both forms when its turn never comes', async () => {
    const { wire, tale } = openWire({ fetch: refuseToFetch, relay: relayWith({}) })
    wire.ahead(GET)
    await wire.settle(1_000)
    expect(tale().slice(0, 2)).toEqual([
      'e1 ahead direct GET /metadata: unreadable',
      'e2 ahead relay GET /metadata after e1: response',
    ])
  })
})

describe('a question whether a page may read an endpoint', () => {
  test('is a GET that nothing waits for', async () => {
    const { wire, tale } = openWire({})
    wire.checkReadable(CHECK)
    wire.checkReadable(CHECK)
    await wire.settle(1_000)
    expect(tale()).toEqual(['e1 readable direct GET /token: response'])
  })

  test.each(['unreadable', 'redirect-hidden'])(
    'goes on with a harmless POST when the GET is %s',
    async (kind) => {
      const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
      const first = kind === 'unreadable' ? refuseToFetch : () => Promise.resolve(hidden)
      const fetch: Ports['fetch'] = (_, init) =>
        init.method === 'GET' ? first() : Promise.resolve(new Response('{}', { status: 400 }))
      const { wire, exchanges, tale } = openWire({ fetch })
      expect(await wire.maySend(CHECK)).toBe(true)
      expect(tale()).toEqual([
        `e1 readable direct GET /token: ${kind}`,
        'e2 readable direct POST /token after e1: response',
      ])
      expect(exchanges[1]?.request.body?.text).toBe('')
    },
  )

  test('is not asked where the answer is known', async () => {
    const { wire, tale } = openWire({})
    await wire.send(buildAsk({ url: TOKEN, to: 'issuer' }))
    wire.checkReadable(CHECK)
    expect(tale()).toHaveLength(1)
  })

  test('is not asked when everything goes through the relay', () => {
    const { wire, tale } = openWire({ relay: relayWith({}) }, { transport: 'relay' })
    wire.checkReadable(CHECK)
    expect(tale()).toEqual([])
  })
})

describe('a request that cannot be repeated', () => {
  test('may leave when there is a relay, without asking', async () => {
    const { wire, tale } = openWire({ relay: relayWith({}) })
    expect(await wire.maySend(CHECK)).toBe(true)
    expect(tale()).toEqual([])
  })

  test('waits for a check under way', async () => {
    const { wire, tale } = openWire({})
    wire.checkReadable(CHECK)
    expect(await wire.maySend(CHECK)).toBe(true)
    expect(tale()).toHaveLength(1)
  })

  test('asks itself when nobody has asked, as after a reload', async () => {
    const { wire, tale } = openWire({})
    expect(await wire.maySend(CHECK)).toBe(true)
    expect(tale()).toEqual(['e1 readable direct GET /token: response'])
  })

  test('may not leave when nothing can be read there', async () => {
    const { wire } = openWire({ fetch: refuseToFetch })
    expect(await wire.maySend(CHECK)).toBe(false)
  })

  test('may not leave when the check got no answer in time', async () => {
    const { wire } = openWire({ fetch: hangOn }, { timeout: 5 })
    expect(await wire.maySend(CHECK)).toBe(false)
  })
})

describe('a navigation', () => {
  const about = { step: 'authorization', purpose: 'Authorization request', to: 'issuer' } as const

  test('that leaves the page is pending until the page is back', () => {
    const { wire, tale } = openWire({})
    wire.navigate({ ...about, url: 'https://issuer.example/authorize', arrived: false })
    expect(tale()).toEqual(['e1 navigation GET /authorize: pending'])
  })

  test('that arrived is settled at once', () => {
    const { wire, tale } = openWire({})
    wire.navigate({ ...about, url: 'https://page.example/callback.html?code=1', arrived: true })
    expect(tale()).toEqual(['e1 navigation GET /callback.html: navigated'])
  })
})

describe('what a broken-off attempt left', () => {
  const left: Exchange = {
    id: 'e7',
    step: 'resource-metadata',
    purpose: 'Resource metadata',
    to: 'server',
    via: 'direct',
    startedAt: 1,
    request: { method: 'GET', url: GET.url, headers: [], body: null },
    outcome: {
      kind: 'response',
      endedAt: 2,
      status: 200,
      headers: [],
      headersComplete: false,
      body: { text: '{}', bytes: 2 },
    },
  }
  test('is taken up once instead of being asked again', async () => {
    const { wire, tale } = openWire({}, { left: [left] })
    expect((await wire.send(GET)).id).toBe('e7')
    expect((await wire.send(GET)).id).toBe('e1')
    expect(tale()).toEqual(['e1 direct GET /metadata: response'])
  })

  test('is marked as used when it came ahead of its turn', async () => {
    const ahead = { ...left, ahead: { used: false } }
    const { wire, exchanges } = openWire({}, { left: [ahead] })
    exchanges.push(ahead)
    await wire.send(GET)
    expect(exchanges[0]?.ahead).toEqual({ used: true })
  })

  test('is not asked ahead of its turn again', async () => {
    const { wire, tale } = openWire({}, { left: [left] })
    wire.ahead(GET)
    expect((await wire.send(GET)).id).toBe('e7')
    expect(tale()).toEqual([])
  })

  test('is of no use to a request that must go another way', async () => {
    const { wire, tale } = openWire({ relay: relayWith({}) }, { left: [left] })
    await wire.send({ ...GET, via: 'relay' })
    expect(tale()).toEqual(['e1 relay GET /metadata: response'])
  })

  test('spares a navigation that had arrived already', () => {
    const url = 'https://page.example/callback.html?code=1'
    const arrived: Exchange = {
      ...left,
      step: 'callback',
      via: 'navigation',
      request: { ...left.request, url },
      outcome: { kind: 'navigated', endedAt: 2 },
    }
    const { wire, tale } = openWire({}, { left: [arrived] })
    const about = { step: 'callback', purpose: 'The browser comes back', to: 'page', url } as const
    expect(wire.navigate({ ...about, arrived: true }).id).toBe('e7')
    expect(tale()).toEqual([])
  })
})

describe('once the person has stopped the walk', () => {
  test('nothing leaves any more', async () => {
    const { wire, tale, stop } = openWire({})
    stop.abort()
    wire.ahead(GET)
    wire.leave(GET)
    wire.checkReadable(CHECK)
    await expect(wire.send(GET)).rejects.toThrow('aborted')
    await expect(wire.maySend(CHECK)).rejects.toThrow('aborted')
    expect(tale()).toEqual([])
  })

  test('what was under way is given up by the person', async () => {
    const { wire, exchanges, stop } = openWire({ fetch: hangOn })
    wire.ahead(GET)
    const sending = wire.send(buildAsk())
    stop.abort()
    expect((await sending).outcome).toMatchObject({ kind: 'aborted', by: 'user' })
    await wire.settle(0)
    expect(exchanges.map(({ outcome }) => outcome.kind)).toEqual(['aborted', 'aborted'])
  })
})
