import { describe, expect, test } from 'vitest'
import { buildAsk, hangOn, openWire, refuseToFetch, relayWith } from './build-wire.ts'
import type { Ports } from './ports.ts'

function hiddenRedirect(): Promise<Response> {
  return Promise.resolve(
    Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }),
  )
}

/** A page that may read GETs of an endpoint and is refused everything else there. */
const readsOnly: Ports['fetch'] = (_, init) =>
  init.method === 'GET' ? Promise.resolve(new Response('{}')) : refuseToFetch()

const ONCE = buildAsk({ repeatable: false })

describe('with a relay', () => {
  test('a request that a page may read goes directly and once', async () => {
    const { wire, tale } = openWire({ relay: relayWith({}) })
    await wire.send(buildAsk())
    expect(tale()).toEqual(['e1 direct POST /mcp: response'])
  })

  test('one that it may not read is asked again through the relay, and why is found out', async () => {
    const { wire, tale } = openWire({ fetch: refuseToFetch, relay: relayWith({ status: 401 }) })
    const exchange = await wire.send(buildAsk())
    await wire.settle(1_000)
    expect(exchange).toMatchObject({ via: 'relay', outcome: { status: 401 } })
    expect(tale()).toEqual([
      'e1 direct POST /mcp: unreadable',
      'e2 relay POST /mcp after e1: response',
      'e3 triage relay OPTIONS /mcp after e1: response',
      'e4 triage relay POST /mcp after e1: response',
    ])
  })

  test('everything at an endpoint that cannot be read goes through the relay from then on', async () => {
    const { wire, tale } = openWire({ fetch: refuseToFetch, relay: relayWith({}) })
    await wire.send(buildAsk())
    await wire.settle(1_000)
    await wire.send(buildAsk({ body: '{"id":2}' }))
    expect(tale().at(-1)).toBe('e5 relay POST /mcp: response')
  })

  test('a hidden redirect is seen through the relay, without experiments', async () => {
    const { wire, tale } = openWire({ fetch: hiddenRedirect, relay: relayWith({ status: 308 }) })
    await wire.send(buildAsk())
    await wire.settle(1_000)
    expect(tale()).toEqual([
      'e1 direct POST /mcp: redirect-hidden',
      'e2 relay POST /mcp after e1: response',
    ])
  })

  test('a request that cannot be repeated never goes directly where nothing is known', async () => {
    const { wire, tale } = openWire({ fetch: refuseToFetch, relay: relayWith({}) })
    await wire.send(ONCE)
    expect(tale()).toEqual(['e1 relay POST /mcp: response'])
  })

  test('one that the preflight held back has not arrived, and goes through the relay', async () => {
    const { wire, tale } = openWire({ fetch: readsOnly, relay: relayWith({ status: 405 }) })
    await wire.send(buildAsk({ method: 'GET', headers: [] }))
    const exchange = await wire.send(ONCE)
    expect(exchange.via).toBe('relay')
    expect(tale().slice(1)).toEqual([
      'e2 direct POST /mcp: unreadable',
      'e3 triage relay OPTIONS /mcp after e2: response',
      'e4 relay POST /mcp after e2: response',
    ])
  })

  test('one that the preflight let pass may have arrived, and is not made again', async () => {
    const permission = [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', 'content-type'],
    ] as const
    const relay = relayWith({ status: 204, headers: permission })
    const { wire, tale } = openWire({ fetch: readsOnly, relay })
    await wire.send(buildAsk({ method: 'GET', headers: [] }))
    expect((await wire.send(ONCE)).outcome.kind).toBe('unreadable')
    expect(tale().slice(1)).toEqual([
      'e2 direct POST /mcp: unreadable',
      'e3 triage relay OPTIONS /mcp after e2: response',
    ])
  })

  test('one that needs no preflight may have arrived, and is not made again', async () => {
    const { wire, tale } = openWire({ fetch: readsOnly, relay: relayWith({}) })
    await wire.send(buildAsk({ method: 'GET', headers: [] }))
    const form = [['Content-Type', 'application/x-www-form-urlencoded']] as const
    await wire.send(buildAsk({ repeatable: false, headers: form }))
    expect(tale().slice(1)).toEqual(['e2 direct POST /mcp: unreadable'])
  })

  test('the choice of direct requests leaves it aside', async () => {
    const ports = { fetch: refuseToFetch, relay: relayWith({}) }
    const { wire, exchanges } = openWire(ports, { transport: 'direct' })
    await wire.send(buildAsk())
    expect(wire.canRelay).toBe(false)
    expect(exchanges.map(({ via }) => via)).not.toContain('relay')
  })
})

describe('without a relay', () => {
  test('what cannot be read stays so, and the page finds out what it can', async () => {
    const { wire, exchanges, tale } = openWire({ fetch: refuseToFetch })
    const exchange = await wire.send(buildAsk())
    expect(exchange.id).toBe('e1')
    expect(tale()).toEqual([
      'e1 direct POST /mcp: unreadable',
      'e2 triage direct GET /mcp after e1: unreadable',
      'e3 triage direct GET /mcp after e1: unreadable',
    ])
    expect(exchanges[1]?.purpose).toBe('Triage: does the host answer at all')
  })

  test('a hidden redirect of a GET is followed by the browser', async () => {
    const fetch: Ports['fetch'] = (_, init) =>
      init.redirect === 'follow' ? Promise.resolve(new Response('{}')) : hiddenRedirect()
    const { wire, tale } = openWire({ fetch })
    await wire.send(buildAsk({ method: 'GET' }))
    expect(tale()).toEqual([
      'e1 direct GET /mcp: redirect-hidden',
      'e2 direct GET /mcp after e1: response',
    ])
  })

  test('a hidden redirect of a POST is left there', async () => {
    const { wire, tale } = openWire({ fetch: hiddenRedirect })
    await wire.send(buildAsk())
    expect(tale()).toEqual(['e1 direct POST /mcp: redirect-hidden'])
  })
})

describe('what nobody waits for', () => {
  test('is waited for when the walk settles', async () => {
    const { wire, tale } = openWire({})
    wire.leave(buildAsk({ method: 'DELETE' }))
    await wire.settle(1_000)
    expect(tale()).toEqual(['e1 direct DELETE /mcp: response'])
  })

  test('is given up by the walk after a while', async () => {
    const { wire, exchanges } = openWire({ fetch: hangOn })
    wire.leave(buildAsk({ method: 'DELETE' }))
    await wire.settle(5)
    expect(exchanges[0]?.outcome).toMatchObject({ kind: 'aborted', by: 'walk' })
  })

  test('costs nothing to settle when there is none', async () => {
    const { wire, tale } = openWire({})
    await wire.settle(60_000)
    expect(tale()).toEqual([])
  })
})

test('a request that hangs is given up after the time that the person set', async () => {
  const { wire } = openWire({ fetch: hangOn }, { timeout: 5 })
  const { outcome } = await wire.send(buildAsk())
  expect(outcome).toMatchObject({ kind: 'aborted', by: 'timeout' })
})
