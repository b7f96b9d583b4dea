import { describe, expect, test } from 'vitest'
import type { Exchange, Outcome } from '../../http/exchange.ts'
import { buildExchange } from '../../run/build-document.ts'
import { mayBeRefusedPreflight, readEra, whyNotModern } from './era.ts'

const ID = 'discover-1'

function answered(status: number, body: unknown, type = 'application/json'): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const outcome: Outcome = {
    kind: 'response',
    endedAt: 2,
    status,
    headers: [['Content-Type', type]],
    headersComplete: true,
    body: { text, bytes: text.length },
  }
  return buildExchange({ outcome })
}

function result(members: object): object {
  return { jsonrpc: '2.0', id: ID, result: members }
}

function error(code: number, message = 'no', data?: object): object {
  return { jsonrpc: '2.0', id: ID, error: { code, message, ...(data && { data }) } }
}

/** Digest section 2.8, row by row. */
describe('an answer to a modern request', () => {
  test('with a resultType shows a modern server', () => {
    const exchange = answered(200, result({ resultType: 'complete' }))
    expect(readEra(exchange, ID)).toEqual({ kind: 'modern' })
  })

  test('with a result that has no resultType shows a legacy server', () => {
    expect(readEra(answered(200, result({ tools: [] })), ID)).toMatchObject({ kind: 'legacy' })
  })

  test('of another version shows what the server speaks', () => {
    const exchange = answered(400, error(-32022, 'no', { supported: ['2025-06-18', 7] }))
    expect(readEra(exchange, ID)).toEqual({ kind: 'other-version', supported: ['2025-06-18'] })
  })

  test('of another version may keep to itself which', () => {
    const era = { kind: 'other-version', supported: [] }
    expect(readEra(answered(400, error(-32022)), ID)).toEqual(era)
  })

  test.each([
    ['our headers are wrong', 400, error(-32020)],
    ['a capability is missing', 400, error(-32021)],
    ['_meta is incomplete', 400, error(-32602, '_meta lacks protocolVersion')],
  ])('shows a modern server when %s', (_, status, body) => {
    expect(readEra(answered(status, body), ID)).toEqual({ kind: 'modern' })
  })

  test.each([
    ['400 without a body', answered(400, '')],
    ['404 in HTML', answered(404, '<h1>Not found</h1>', 'text/html')],
    ['405 in plain text', answered(405, 'Method not allowed', 'text/plain')],
    ['404 for an unknown method', answered(404, error(-32601))],
    ['200 and an unknown method', answered(200, error(-32601))],
    ['200 and an invalid request', answered(200, error(-32600))],
    ['200 and an error of its own', answered(200, error(-32000, 'Bad session'))],
    ['400 and bad parameters that are not _meta', answered(400, error(-32602, 'name is missing'))],
  ])('shows a legacy server: %s', (_, exchange) => {
    expect(readEra(exchange, ID)).toMatchObject({ kind: 'legacy' })
  })

  test.each([401, 403, 500])('of status %i says nothing about the era', (status) => {
    const said = status === 500 ? 'Internal error' : error(-32000)
    expect(readEra(answered(status, said), ID)).toEqual({ kind: 'unknown' })
  })

  test('that cannot be read says nothing about the era', () => {
    const outcome = { kind: 'unreadable', endedAt: 2, message: 'Failed to fetch' } as const
    expect(readEra(buildExchange({ outcome }), ID)).toEqual({ kind: 'unknown' })
  })

  test('is read from an event stream too', () => {
    const text = `data: ${JSON.stringify(result({ resultType: 'complete' }))}\n\n`
    expect(readEra(answered(200, text, 'text/event-stream'), ID)).toEqual({ kind: 'modern' })
  })
})

test('only a direct request without any answer may have been held back by a preflight', () => {
  const outcome = { kind: 'unreadable', endedAt: 2, message: 'Failed to fetch' } as const
  expect(mayBeRefusedPreflight(buildExchange({ outcome }))).toBe(true)
  expect(mayBeRefusedPreflight(buildExchange({ outcome, via: 'relay' }))).toBe(false)
  expect(mayBeRefusedPreflight(answered(400, ''))).toBe(false)
})

test.each([
  [{ kind: 'legacy', why: 'it said 404' } as const, 'it said 404'],
  [{ kind: 'other-version', supported: ['2025-06-18'] } as const, 'the server speaks 2025-06-18'],
  [{ kind: 'other-version', supported: [] } as const, 'the server speaks another version'],
  [{ kind: 'unknown' } as const, 'nothing shows that the server knows 2026-07-28'],
])('%j is put into words', (era, words) => {
  expect(whyNotModern(era)).toBe(words)
})
