import { describe, expect, test } from 'vitest'
import { buildExchange } from '../run/build-document.ts'
import {
  type Answers,
  ACCEPTED,
  DISCOVERED,
  INITIALIZED,
  LISTED,
  fails,
  open,
  rpc,
} from './build-session.ts'

describe('a modern server', () => {
  const answers: Answers = { 'server/discover': DISCOVERED, 'tools/list': LISTED }

  test('is discovered while its tools are listed', async () => {
    const { fact, methods, result, exchanges } = await open(answers)
    expect(methods).toEqual(['server/discover', 'tools/list'])
    expect(exchanges[1]?.ahead).toEqual({ used: false })
    expect(result).toMatchObject({ says: '2026-07-28, stateless' })
    expect(fact).toEqual({
      era: 'modern',
      version: '2026-07-28',
      exchange: 'e1',
      capabilities: { tools: {} },
      serverName: 'Practice server',
      serverVersion: '1.2',
    })
  })

  test('is only asked for its tools by a walk that goes one by one', async () => {
    const { fact, methods } = await open(answers, { config: { pace: 'one-by-one' } })
    expect(methods).toEqual(['tools/list'])
    expect(fact).toMatchObject({ era: 'modern', exchange: 'e1', capabilities: null })
  })

  test('that does not know server/discover is known by its list', async () => {
    const { fact, methods } = await open({
      'server/discover': fails('discover-1', -32601, { status: 404 }),
      'tools/list': LISTED,
    })
    expect(methods).toEqual(['server/discover', 'tools/list'])
    expect(fact).toMatchObject({ era: 'modern', exchange: 'e2' })
  })

  test.each([-32020, -32021])('is spoken to as such even when it objects with %i', async (code) => {
    const { fact, methods } = await open({
      'server/discover': fails('discover-1', code, { status: 400 }),
    })
    expect(methods).not.toContain('initialize')
    expect(fact?.era).toBe('modern')
  })

  test('that leaves out resultType is used when it knows no initialize', async () => {
    const { fact, methods, decisions } = await open({
      'server/discover': () => rpc('discover-1', { result: { supportedVersions: [] } }),
      'tools/list': () => rpc('tools-list-1', { result: { tools: [] } }),
      initialize: fails('initialize-1', -32022, {
        status: 400,
        data: { supported: ['2026-07-28'] },
      }),
    })
    expect(methods).toContain('initialize')
    expect(fact).toMatchObject({ era: 'modern', exchange: 'e1' })
    expect(decisions[0]?.why).toContain('no resultType')
  })
})

describe('a server of the initialize era', () => {
  const legacy: Answers = {
    initialize: () => INITIALIZED(),
    'notifications/initialized': ACCEPTED,
    'tools/list': () => rpc('tools-list-1', { result: { tools: [] } }),
  }

  test.each([
    ['400 without a body', () => new Response(null, { status: 400 })],
    ['404', () => new Response(null, { status: 404 })],
    ['405', () => new Response(null, { status: 405 })],
    ['an unknown method', fails('discover-1', -32601)],
    ['an error of its own', fails('discover-1', -32000)],
    ['a result without resultType', () => rpc('discover-1', { result: {} })],
    ['500', () => new Response('Oops', { status: 500 })],
  ])('is initialized after it answered %s to the modern request', async (_, discover) => {
    const { fact, decisions } = await open({ ...legacy, 'server/discover': discover })
    expect(fact).toMatchObject({
      era: 'legacy',
      version: '2025-11-25',
      serverName: 'Practice server',
    })
    expect(decisions.map(({ says }) => says)).toContain('Falls back to initialize')
  })

  test('is asked for a version that it says it speaks', async () => {
    const data = { supported: ['2025-03-26', '2025-06-18'] }
    const { exchanges, decisions } = await open({
      ...legacy,
      'server/discover': fails('discover-1', -32022, { status: 400, data }),
    })
    const initialize = exchanges.find(({ purpose }) => purpose === 'Initialize')
    expect(initialize?.request.body?.text).toContain('"protocolVersion":"2025-06-18"')
    expect(decisions[0]?.why).toBe('the server speaks 2025-03-26, 2025-06-18')
  })

  test('is initialized at once by an older revision, and its tools are listed meanwhile', async () => {
    const config = { revision: '2025-06-18', pace: 'together' } as const
    const answers = { ...legacy, initialize: () => INITIALIZED('2025-06-18') }
    const { methods, fact, exchanges } = await open(answers, { config })
    expect(methods).toEqual(['initialize', 'notifications/initialized', 'tools/list'])
    expect(fact?.version).toBe('2025-06-18')
    expect(exchanges[2]?.request.headers).toContainEqual(['MCP-Protocol-Version', '2025-06-18'])
  })

  test('is initialized at once where the first contact was initialize', async () => {
    const outcome = {
      kind: 'response',
      endedAt: 2,
      status: 401,
      headers: [],
      headersComplete: true,
      body: { text: '', bytes: 0 },
    } as const
    const first = buildExchange({ id: 'e0', body: '{"method":"initialize"}', outcome })
    const { methods } = await open(legacy, { exchanges: [first] })
    expect(methods.slice(1, 3)).toEqual(['initialize', 'notifications/initialized'])
  })

  test('keeps its session id, which every later request carries', async () => {
    const { fact, result, exchanges } = await open(
      { ...legacy, initialize: () => INITIALIZED('2025-11-25', { 'Mcp-Session-Id': 's 1' }) },
      { config: { revision: '2025-11-25' } },
    )
    expect(fact?.sessionId).toBe('s 1')
    expect(result).toMatchObject({ says: '2025-11-25, with a session' })
    expect(exchanges[1]?.request.headers).toContainEqual(['Mcp-Session-Id', 's 1'])
  })

  test('may answer with another version, which is recorded as it is', async () => {
    const answers = { ...legacy, initialize: () => INITIALIZED('2024-11-05') }
    const { fact } = await open(answers, { config: { revision: '2025-11-25' } })
    expect(fact?.version).toBe('2024-11-05')
  })

  test('may name no version, which the step says', async () => {
    const answers = { ...legacy, initialize: () => INITIALIZED('') }
    expect((await open(answers)).result).toMatchObject({ says: 'no version named' })
  })

  test('is initialized where a browser may have refused the modern headers', async () => {
    const { fact } = await open({
      ...legacy,
      'server/discover': () => Promise.reject(new TypeError('Failed to fetch')),
    })
    expect(fact?.era).toBe('legacy')
  })
})
