import { describe, expect, test } from 'vitest'
import { relayWith } from '../http/build-wire.ts'
import { type World, buildContext } from './build-context.ts'
import { challenge } from './challenge.ts'

const BEARER = 'Bearer scope="tools", resource_metadata="https://mcp.example/prm"'
const ASKS_FOR_TOKEN = { status: 401, headers: { 'WWW-Authenticate': BEARER } }

async function contact(world: World) {
  const built = buildContext(world)
  const result = await challenge.run(built.context)
  await built.context.wire.settle(1_000)
  const fact = result.kind === 'done' ? result.facts.challenge : undefined
  const error = result.kind === 'failed' ? result.error : undefined
  const methods = built.exchanges.map(({ request }) => methodOf(request.body?.text ?? ''))
  return { ...built, result, fact, error, methods }
}

function methodOf(body: string): string {
  return /"method":"([^"]+)"/.exec(body)?.[1] ?? 'no message'
}

async function isInitialize(request: Request): Promise<boolean> {
  return methodOf(await request.text()) === 'initialize'
}

function rpc(id: string, part: object, status = 200): Response {
  return Response.json({ jsonrpc: '2.0', id, ...part }, { status })
}

function refusesToFetch(): Promise<Response> {
  return Promise.reject(new TypeError('Failed to fetch'))
}

describe('a server that asks for a token', () => {
  test('is asked by a modern request without one, and its challenge is read', async () => {
    const answer = () => new Response(null, ASKS_FOR_TOKEN)
    const { exchanges, fact, result, methods } = await contact({ answer })
    expect(methods).toEqual(['tools/list'])
    expect(exchanges[0]).toMatchObject({ step: 'challenge', to: 'server' })
    expect(exchanges[0]?.request.headers.map(([name]) => name)).not.toContain('Authorization')
    expect(fact).toMatchObject({ status: 401, required: true, scope: 'tools' })
    expect(result).toMatchObject({ says: '401, Bearer, scope named' })
  })

  test.each(['2025-03-26', '2025-06-18', '2025-11-25'] as const)(
    'is asked by initialize of %s',
    async (revision) => {
      const answer = () => new Response(null, ASKS_FOR_TOKEN)
      const { exchanges, methods } = await contact({ answer, config: { revision } })
      expect(methods).toEqual(['initialize'])
      expect(exchanges[0]?.request.body?.text).toContain(`"protocolVersion":"${revision}"`)
    },
  )

  test('may do so without a challenge, or with one that a page may not see', async () => {
    const { fact, result, decisions } = await contact({
      answer: () => new Response(null, { status: 401 }),
    })
    expect(fact?.header).toBe('hidden')
    expect(result).toMatchObject({ says: '401, challenge hidden from pages' })
    expect(decisions[0]).toMatchObject({ says: 'Goes on to the well-known addresses' })
  })

  test('may do so with 403 and a challenge', async () => {
    const answer = () => new Response(null, { ...ASKS_FOR_TOKEN, status: 403 })
    expect((await contact({ answer })).fact).toMatchObject({ status: 403, required: true })
  })

  test('has its hidden challenge read through the relay', async () => {
    const headers = [['WWW-Authenticate', BEARER]] as const
    const { fact, exchanges } = await contact({
      answer: () => new Response(null, { status: 401 }),
      relay: relayWith({ status: 401, headers }),
    })
    expect(fact).toMatchObject({ exchange: 'e2', scope: 'tools' })
    expect(exchanges[1]).toMatchObject({ via: 'relay', after: 'e1' })
    expect(exchanges[1]).not.toHaveProperty('diagnostic')
  })

  test('has no challenge for certain when the relay sees none', async () => {
    const { fact, result } = await contact({
      answer: () => new Response(null, { status: 401 }),
      relay: relayWith({ status: 401 }),
    })
    expect(fact?.header).toBe('absent')
    expect(result).toMatchObject({ says: '401, no challenge' })
  })

  test('has its resource metadata asked for in the meantime', async () => {
    const { asked } = await contact({
      answer: () => new Response(null, ASKS_FOR_TOKEN),
      config: { pace: 'together' },
    })
    expect(asked()).toEqual([
      'POST https://mcp.example/mcp',
      'GET https://mcp.example/.well-known/oauth-protected-resource/mcp',
      'GET https://mcp.example/.well-known/oauth-protected-resource',
    ])
  })
})

describe('an open server', () => {
  test('of the modern era answers the list', async () => {
    const answer = () => rpc('tools-list-1', { result: { resultType: 'complete', tools: [] } })
    const { fact, result } = await contact({ answer })
    expect(fact).toEqual({ exchange: 'e1', status: 200, required: false, header: 'absent' })
    expect(result).toMatchObject({ says: 'answers without a token' })
  })

  test('that leaves out resultType is not asked again', async () => {
    const answer = () => rpc('tools-list-1', { result: { tools: [] } })
    expect((await contact({ answer })).methods).toEqual(['tools/list'])
  })

  test.each([
    ['400 without a body', () => new Response(null, { status: 400 })],
    [
      'its own error',
      () => rpc('tools-list-1', { error: { code: -32000, message: 'No session' } }),
    ],
  ])('of the initialize era is asked again after %s', async (_, refuse) => {
    const answer = async (request: Request): Promise<Response> =>
      (await isInitialize(request)) ? rpc('initialize-1', { result: {} }) : refuse()
    const { fact, methods, decisions } = await contact({ answer })
    expect(methods).toEqual(['tools/list', 'initialize'])
    expect(fact).toMatchObject({ exchange: 'e2', required: false })
    expect(decisions[0]?.says).toContain('Asks again with initialize')
  })

  test('that names the versions it speaks is asked for the newest that we speak too', async () => {
    const data = { supported: ['2024-11-05', '2025-06-18'] }
    const answer = async (request: Request): Promise<Response> =>
      (await isInitialize(request))
        ? rpc('initialize-1', { result: {} })
        : rpc('tools-list-1', { error: { code: -32022, message: 'no', data } }, 400)
    const { exchanges } = await contact({ answer })
    expect(exchanges[1]?.request.body?.text).toContain('"protocolVersion":"2025-06-18"')
  })
})

describe('a browser that reads no answer', () => {
  test('may have refused the modern headers, so initialize is asked without them', async () => {
    const answer = (request: Request): Response | Promise<Response> =>
      request.headers.has('Mcp-Method') || request.method === 'GET'
        ? refusesToFetch()
        : new Response(null, ASKS_FOR_TOKEN)
    const { fact, methods, decisions } = await contact({ answer })
    expect(methods).toEqual(['tools/list', 'no message', 'no message', 'initialize'])
    expect(fact?.status).toBe(401)
    expect(decisions[0]?.why).toBe('nothing shows that the server knows 2026-07-28')
  })

  test('ends the walk when it reads none to initialize either', async () => {
    const { error } = await contact({ answer: refusesToFetch })
    expect(error).toMatchObject({ code: 'unreachable', exchange: 'e4' })
  })

  test('needs no initialize where the relay can ask', async () => {
    const relay = relayWith({ status: 401, headers: [['WWW-Authenticate', BEARER]] })
    const { fact, methods } = await contact({ answer: refusesToFetch, relay })
    expect(methods.filter((method) => method === 'initialize')).toEqual([])
    expect(fact?.scope).toBe('tools')
  })
})

describe('a 403 without a challenge', () => {
  const answer = (): Response => new Response('Forbidden', { status: 403 })

  test('may be meant for the Origin of the page, which the relay leaves out', async () => {
    const relay = relayWith({ status: 401, headers: [['WWW-Authenticate', BEARER]] })
    const { fact, exchanges } = await contact({ answer, relay })
    expect(fact).toMatchObject({ status: 401, exchange: 'e2' })
    expect(exchanges[1]?.purpose).toBe('First contact again, without an Origin')
  })

  test('ends the walk where there is no relay', async () => {
    expect((await contact({ answer })).error?.code).toBe('unexpected-status')
  })
})

describe('a first contact that fails', () => {
  test.each([
    [() => Response.json({}, { status: 500 }), 'answered with 500;'],
    [
      () => new Response('<h1>', { status: 200, headers: { 'Content-Type': 'text/html' } }),
      'answered with 200 and text/html;',
    ],
    [
      () => rpc('initialize-1', { error: { code: -32000, message: 'Unauthorized' } }),
      'answered with 200 and the error -32000: Unauthorized;',
    ],
  ])('says what was seen: %#', async (answer, words) => {
    const { error } = await contact({ answer, config: { revision: '2025-11-25' } })
    expect(error).toMatchObject({ code: 'unexpected-status', exchange: 'e1' })
    expect(error?.message).toContain(words)
  })

  test('names where a redirect leads', async () => {
    const answer = () => new Response(null, { status: 302, headers: { Location: '/login' } })
    const { error } = await contact({ answer })
    expect(error).toMatchObject({
      code: 'redirected',
      message: 'A request without a token was redirected with 302 to /login; 401 is required.',
    })
  })

  test('says when time ran out', async () => {
    const { error } = await contact({
      answer: () => new Promise<Response>(() => undefined),
      relay: (_, signal) =>
        new Promise((__, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      config: { timeout: 5, transport: 'relay' },
    })
    expect(error).toMatchObject({ code: 'timeout' })
  })

  test('names the transport of 2024-11-05 as such', async () => {
    const answer = ({ method }: Request): Response =>
      method === 'GET'
        ? new Response('event: endpoint\ndata: /messages\n\n', {
            headers: { 'Content-Type': 'text/event-stream' },
          })
        : new Response(null, { status: 405 })
    const { error, methods } = await contact({ answer })
    expect(methods).toEqual(['tools/list', 'initialize', 'no message'])
    expect(error).toMatchObject({ code: 'not-streamable-http', exchange: 'e2' })
    expect(error?.message).toContain('HTTP+SSE transport of 2024-11-05')
  })

  test('does not look for that transport at a modern server', async () => {
    const answer = () =>
      rpc('tools-list-1', { error: { code: -32020, message: 'Bad header' } }, 400)
    const { error, methods } = await contact({ answer })
    expect(methods).toEqual(['tools/list'])
    expect(error?.message).toContain('400 and the error -32020: Bad header')
  })
})
