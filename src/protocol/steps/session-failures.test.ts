import { describe, expect, test } from 'vitest'
import { FACTS, INITIALIZED, fails, open } from './build-session.ts'

describe('a session that fails', () => {
  const config = { revision: '2025-11-25' } as const

  test('says what initialize was answered with', async () => {
    const { error } = await open({ initialize: fails('initialize-1', -32603) }, { config })
    expect(error).toEqual({
      code: 'bad-mcp-answer',
      message: 'initialize was answered with 200 and the error -32603: no.',
      exchange: 'e1',
    })
  })

  test('says why there is no answer in what came', async () => {
    const { error } = await open({ initialize: () => new Response('') }, { config })
    expect(error?.message).toBe('initialize was answered with 200. The answer has no body.')
  })

  test('names the versions of a server that knows no initialize', async () => {
    const refusal = fails('initialize-1', -32022, {
      status: 400,
      data: { supported: ['2026-07-28'] },
    })
    const { error, methods } = await open({ initialize: refusal }, { config })
    expect(error?.message).toContain('It speaks 2026-07-28.')
    expect(methods).toEqual(['initialize'])
  })

  test('names the transport of 2024-11-05 behind the token', async () => {
    const headers = { 'Content-Type': 'text/event-stream' }
    const { error } = await open(
      {
        initialize: () => new Response(null, { status: 405 }),
        GET: () => new Response('event: endpoint\ndata: /m\n\n', { headers }),
      },
      { config },
    )
    expect(error?.code).toBe('not-streamable-http')
  })

  test('does not take a time-out for a sign of another era', async () => {
    const { error, methods } = await open(
      {},
      {
        config: { transport: 'relay', timeout: 5 },
        relay: (_, signal) =>
          new Promise((__, reject) =>
            signal.addEventListener('abort', () => reject(signal.reason)),
          ),
      },
    )
    expect(error?.code).toBe('timeout')
    expect(methods).not.toContain('initialize')
  })

  test('says why the relay got no answer', async () => {
    const { error } = await open(
      {},
      {
        config: { transport: 'relay' },
        relay: () =>
          Promise.resolve({ kind: 'failed', reason: 'connection-refused', message: 'Refused.' }),
      },
    )
    expect(error).toMatchObject({ code: 'unreachable' })
    expect(error?.message).toContain('Refused.')
  })
})

test('there is no session where a token is required and there is none', async () => {
  const { challenge } = FACTS
  const { result, methods } = await open({}, { facts: challenge ? { challenge } : {} })
  expect(result).toEqual({ kind: 'skipped', why: 'there is no token' })
  expect(methods).toEqual([])
})

test.each([
  [false, 400, 'done'],
  [true, 400, 'failed'],
  [true, 200, 'done'],
])('a need of notifications, %s, and one answered with %i: %s', async (needs, status, kind) => {
  const notified = () => new Response(null, { status })
  const answers = { initialize: () => INITIALIZED(), 'notifications/initialized': notified }
  const policy = { firstContact: 'legacy', needsNotifications: needs } as const
  expect((await open(answers, { policy })).result.kind).toBe(kind)
})
