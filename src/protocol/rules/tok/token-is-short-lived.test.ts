import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { tokenIsShortLived as rule } from './token-is-short-lived.ts'

describe('TOK-07 token-is-short-lived', () => {
  test('passes on an hour and on a day', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, withMembers('token', { expires_in: 86_400 }))).toBe('pass')
  })

  test('fails on more', () => {
    const fail = checkFail(rule, withMembers('token', { expires_in: 7_776_000 }))
    expect(fail.says).toContain('2160 hours')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/expires_in' })
  })

  test('cannot tell when the lifetime is not given', () => {
    expect(kindOf(rule, withMembers('token', { expires_in: undefined }))).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
