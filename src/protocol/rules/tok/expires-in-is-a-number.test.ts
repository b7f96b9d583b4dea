import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { expiresInIsANumber as rule } from './expires-in-is-a-number.ts'

describe('TOK-06 expires-in-is-a-number', () => {
  test('passes on a number', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([undefined, '3600', 0])('fails on %j', (expires_in) => {
    const fail = checkFail(rule, withMembers('token', { expires_in }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/expires_in' })
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
