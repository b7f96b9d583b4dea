import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { anyOriginMayRead as rule } from './any-origin-may-read.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
const allow = { 'access-control-allow-origin': '*' }
/** The first contact as a page makes it, unreadable; and what followed. */
const blocked = (...more: readonly MoreExchange[]) =>
  ({ exchanges: { challenge: { via: 'direct', outcome: unreadable } }, more }) as const
const again: MoreExchange = {
  id: 'again',
  step: 'challenge',
  after: 'challenge',
  method: 'POST',
  status: 401,
}
const triage = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  step: 'challenge',
  after: 'challenge',
  diagnostic: 'triage',
  sent: origin,
  ...change,
  id,
})
const preflight = (change: Partial<MoreExchange>) =>
  triage('preflight', { method: 'OPTIONS', ...change })
const withOrigin = (change: Partial<MoreExchange>) =>
  triage('with-origin', { method: 'POST', status: 401, ...change })
const allowing = {
  ...allow,
  'access-control-allow-headers': 'content-type, mcp-protocol-version, mcp-method',
}

describe('CORS-10 any-origin-may-read', () => {
  test('passes when the page itself got its answers', () => {
    expect(kindOf(rule, { exchanges: { challenge: { via: 'direct' } } })).toBe('pass')
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })

  test('is not about a host that nobody reaches', () => {
    const lost: MoreExchange = { ...again, outcome: { ...unreadable, reason: 'name-not-found' } }
    expect(kindOf(rule, blocked(lost))).toBe('cannot-tell')
  })

  test.each(['https://other.example', '*, *'])('fails when the answer allows %s', (value) => {
    const header = { 'access-control-allow-origin': value }
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header: allowing }), withOrigin({ header })),
    )
    expect(fail.compare?.map((each) => each.value)).toEqual(['https://debugger.example', value])
    expect(fail.evidence[1]).toEqual({
      exchange: 'with-origin',
      at: { part: 'response-header', name: 'access-control-allow-origin' },
    })
  })
})
