import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { browserOriginIsAccepted as rule } from './browser-origin-is-accepted.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
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
const withOrigin = (change: Partial<MoreExchange>) =>
  triage('with-origin', { method: 'POST', status: 401, ...change })
describe('ORG-02 browser-origin-is-accepted', () => {
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

  test('fails when the same request is refused only with the page as Origin', () => {
    const fail = checkFail(
      rule,
      blocked(again, withOrigin({ status: 403, text: 'Invalid Origin' })),
    )
    expect(fail.says).toContain('Invalid Origin')
    expect(fail.evidence).toEqual([{ exchange: 'with-origin', at: { part: 'status' } }])
    expect(fail.paste?.text).toBe('https://debugger.example')
  })

  test('fails when the page reads a 403 without challenge', () => {
    const challenge = { via: 'direct', status: 403, header: { 'www-authenticate': null } } as const
    const fail = checkFail(rule, {
      until: 'challenge',
      failed: 'unexpected-status',
      exchanges: { challenge },
    })
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'status' } }])
  })

  describe('with a token', () => {
    const refused = (text: string) =>
      ({ via: 'direct', status: 403, text, header: { 'www-authenticate': null } }) as const
    const end = { until: 'session', failed: 'insufficient-scope', failedAt: 'session' } as const

    test('fails on a 403 that names the Origin', () => {
      const session = refused('Invalid Origin header: https://debugger.example')
      const fail = checkFail(rule, { ...end, exchanges: { session } })
      expect(fail.evidence).toEqual([{ exchange: 'session', at: { part: 'status' } }])
    })

    test('fails on a 403 that the relay did not get', () => {
      const byRelay: MoreExchange = {
        id: 'again',
        step: 'session',
        after: 'session',
        method: 'POST',
        status: 200,
      }
      const change = { exchanges: { session: refused('No') }, more: [byRelay] }
      expect(checkFail(rule, change).says).toContain('saying No')
    })

    test('passes on a 403 for another reason', () => {
      expect(kindOf(rule, { ...end, exchanges: { session: refused('No scope') } })).toBe('pass')
    })
  })
})
