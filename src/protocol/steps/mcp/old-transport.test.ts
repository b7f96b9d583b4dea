import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../http/exchange.ts'
import { buildExchange } from '../../run/build-document.ts'
import { buildContext } from '../build-context.ts'
import { askForOldSse, mayBeOldTransport } from './http-and-sse.ts'
import { endAtOldTransport } from './old-transport.ts'

const STREAM = { 'Content-Type': 'text/event-stream' }

function answered(status: number, body: string): Exchange {
  const text = { text: body, bytes: body.length }
  return buildExchange({
    outcome: {
      kind: 'response',
      endedAt: 2,
      status,
      headers: [['Content-Type', 'application/json']],
      headersComplete: true,
      body: text,
    },
  })
}

describe('a GET tells the transport of 2024-11-05', () => {
  test.each([
    ['event: endpoint\ndata: /messages\n\n', true],
    ['event:endpoint\r\ndata: /messages\r\n\r\n', true],
    [': ping\n\nevent: endpoint\ndata: /messages\n\n', true],
    ['data: {}\n\nevent: endpoint\ndata: /messages\n\n', false],
    ['event: message\ndata: {}\n\n', false],
    ['', false],
  ])('by the first event %j: %s', async (text, isOld) => {
    const { context } = buildContext({ answer: () => new Response(text, { headers: STREAM }) })
    expect(await askForOldSse(context, 'challenge')).toBe(isOld)
  })

  test.each([
    ['another status', new Response('event: endpoint\n\n', { status: 405, headers: STREAM })],
    ['another media type', new Response('event: endpoint\n\n')],
  ])('not by %s', async (_, response) => {
    const { context } = buildContext({ answer: () => response })
    expect(await askForOldSse(context, 'challenge')).toBe(false)
  })

  test('with the token and the headers that the person gave, in the step that asks', async () => {
    const tokens = { exchange: 'e1', accessToken: 't', tokenType: 'Bearer' }
    const secrets = { headers: [['X-Key', 'k']] as const }
    const { context, exchanges } = buildContext({ facts: { tokens }, secrets })
    await askForOldSse(context, 'session')
    expect(exchanges[0]).toMatchObject({ step: 'session', request: { method: 'GET' } })
    expect(exchanges[0]?.request.headers).toEqual([
      ['Accept', 'text/event-stream'],
      ['Authorization', 'Bearer t'],
      ['X-Key', 'k'],
    ])
  })

  test('and leaves the stream after its first event', async () => {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void =>
      controller.enqueue(new TextEncoder().encode('event: endpoint\ndata: /m\n\n'))
    const open = new Response(new ReadableStream<Uint8Array>({ start }), { headers: STREAM })
    const { context } = buildContext({ answer: () => open })
    expect(await askForOldSse(context, 'challenge')).toBe(true)
  })
})

test.each([
  [400, '', true],
  [404, '<h1>', true],
  [405, '', true],
  [401, '', false],
  [500, '', false],
  [404, '{"jsonrpc":"2.0","id":"1","error":{"code":-32601,"message":"no"}}', true],
  [400, '{"jsonrpc":"2.0","id":"1","error":{"code":-32020,"message":"no"}}', false],
  [400, '{"jsonrpc":"2.0","id":"1","error":{"code":-32022,"message":"no"}}', false],
])('an answer of %i with %j makes the question worth asking: %s', (status, body, isWorth) => {
  const { context } = buildContext()
  expect(mayBeOldTransport(context, answered(status, body), '1')).toBe(isWorth)
})

test('a client that does not know the old transport asks no such question', () => {
  const { context } = buildContext({ policy: { triesOldTransport: false } })
  expect(mayBeOldTransport(context, answered(404, ''), '1')).toBe(false)
})

test('what may be it and is not ends nothing', async () => {
  const { context, asked } = buildContext({ answer: () => new Response(null, { status: 404 }) })
  expect(await endAtOldTransport(context, answered(404, ''), '1')).toBeUndefined()
  expect(asked()).toHaveLength(1)
})
