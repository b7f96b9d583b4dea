import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { mcpHeadersMayBeSent as rule } from './mcp-headers-may-be-sent.ts'

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
describe('CORS-05 mcp-headers-may-be-sent', () => {
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

  test('fails on the headers that the preflight does not allow, and names just these', () => {
    const header = { ...allow, 'access-control-allow-headers': 'Content-Type, Authorization' }
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain('"mcp-method", "mcp-protocol-version"')
    expect(fail.evidence[1]).toEqual({
      exchange: 'preflight',
      at: { part: 'response-header', name: 'access-control-allow-headers' },
    })
  })

  test('takes * for them', () => {
    const header = { ...allow, 'access-control-allow-headers': '*' }
    expect(
      kindOf(
        rule,
        blocked(again, preflight({ status: 204, header }), withOrigin({ header: allow })),
      ),
    ).toBe('cannot-tell')
  })
})
