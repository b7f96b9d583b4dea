import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { takesJson as rule } from './takes-json.ts'

describe('DCR-01 takes-json', () => {
  test('passes when the client was registered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('passes on a proper refusal, which is another matter', () => {
    expect(kindOf(rule, { exchanges: { registration: { status: 400 } } })).toBe('pass')
  })

  test.each([406, 415])('fails on %i with the status as evidence', (status) => {
    const fail = checkFail(rule, { exchanges: { registration: { status, text: 'no' } } })
    expect(fail.says).toContain(String(status))
    expect(fail.evidence).toEqual([{ exchange: 'registration', at: { part: 'status' } }])
  })

  test('does not apply to another way of registration', () => {
    const facts = { clientIdentity: { kind: 'pre-registered' } } as const
    expect(kindOf(rule, { facts })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
