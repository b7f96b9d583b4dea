import { describe, expect, test } from 'vitest'
import type { Outcome } from '../http/exchange.ts'
import { buildExchange } from '../run/build-document.ts'
import { saidBy, unanswered } from './unanswered.ts'

const ASIDE = { messages: [], comments: 0, emptyEvents: 0, otherEvents: [] }

describe('a step without an answer', () => {
  test.each<[Outcome, string, string]>([
    [
      { kind: 'aborted', endedAt: 15_001, by: 'timeout' },
      'timeout',
      'The token endpoint gave no answer at https://mcp.example/mcp within 15 s.',
    ],
    [
      { kind: 'unreadable', endedAt: 2, message: 'Failed to fetch' },
      'unreachable',
      'The browser could not read an answer from https://mcp.example/mcp; it gives no reason.',
    ],
    [
      { kind: 'unreadable', endedAt: 2, message: 'No such host.', reason: 'name-not-found' },
      'unreachable',
      'The token endpoint could not be reached at https://mcp.example/mcp: No such host.',
    ],
    [
      { kind: 'redirect-hidden', endedAt: 2 },
      'redirected',
      'https://mcp.example/mcp redirects, and a browser does not show where to.',
    ],
    [
      { kind: 'opaque', endedAt: 2 },
      'unreachable',
      'There is no answer from https://mcp.example/mcp.',
    ],
  ])('says what became of the request: %j', (outcome, code, message) => {
    const exchange = buildExchange({ id: 'e4', outcome })
    expect(unanswered(exchange, 'The token endpoint')).toEqual({
      kind: 'failed',
      error: { code, message, exchange: 'e4' },
      facts: {},
    })
  })

  test('says so when the status is none that a Response can have', () => {
    const outcome = {
      kind: 'response',
      endedAt: 2,
      status: 999,
      headers: [],
      headersComplete: true,
      body: { text: '', bytes: 0 },
    } as const
    const result = unanswered(buildExchange({ outcome }), 'The token endpoint')
    expect(result.kind === 'failed' && result.error.message).toBe(
      'The token endpoint answered https://mcp.example/mcp with 999, which is no status of HTTP.',
    )
  })
})

describe('the rest of a sentence about an answer', () => {
  test('gives an error with its code, and one full stop', () => {
    const error = { code: -32601, message: 'There is no such method.' }
    expect(saidBy({ kind: 'error', error, form: 'object', aside: ASIDE })).toBe(
      ' and the error -32601: There is no such method.',
    )
  })

  test('gives the reason why there is no answer as a sentence of its own', () => {
    const why = 'The answer has no body.'
    expect(saidBy({ kind: 'none', why, aside: ASIDE })).toBe('. The answer has no body.')
    const open = 'It is no JSON: Unexpected end'
    expect(saidBy({ kind: 'none', why: open, aside: ASIDE })).toBe(`. ${open}.`)
  })

  test('just ends where there is a result', () => {
    expect(saidBy({ kind: 'result', result: {}, form: 'object', aside: ASIDE })).toBe('.')
  })
})
