import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { unreadable, allow, blocked, again, triage, preflight, withOrigin } from './build-triage.ts'
import { preflightIsAnswered as rule } from './preflight-is-answered.ts'

describe('CORS-06 preflight-is-answered', () => {
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

  test.each([401, 403, 404, 405])('fails when OPTIONS is answered with %i', (status) => {
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status, header: allow }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain(String(status))
    expect(fail.evidence[0]).toEqual({ exchange: 'preflight', at: { part: 'status' } })
  })

  test('fails when OPTIONS is redirected', () => {
    const header = { ...allow, location: 'https://mcp.example/mcp/' }
    expect(checkFail(rule, blocked(again, preflight({ status: 308, header }))).says).toContain(
      '/mcp/',
    )
  })

  test('suspects the preflight without a relay when a simple request can be read', () => {
    const fail = checkFail(
      rule,
      blocked(
        triage('no-cors', { via: 'direct', outcome: { kind: 'opaque', endedAt: 2 } }),
        triage('simple', { via: 'direct', status: 405 }),
      ),
    )
    expect(fail.says).toContain('most likely')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'simple'])
  })
})
