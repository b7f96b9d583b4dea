import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { noScopeErrorWithoutToken as rule } from './no-scope-error-without-token.ts'

describe('ERR-02 no-scope-error-without-token', () => {
  test('passes on a 401', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on 403 insufficient_scope without a token', () => {
    const header = { 'www-authenticate': 'Bearer error="insufficient_scope"' }
    const fail = checkFail(rule, { exchanges: { challenge: { status: 403, header } } })
    expect(fail.evidence[0]).toEqual({ exchange: 'challenge', at: { part: 'status' } })
  })

  test('cannot tell without an answer', () => {
    const challenge = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(
      kindOf(rule, { until: 'challenge', failed: 'unreachable', exchanges: { challenge } }),
    ).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
