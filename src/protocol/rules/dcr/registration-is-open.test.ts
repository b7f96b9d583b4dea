import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { registrationIsOpen as rule } from './registration-is-open.ts'

describe('DCR-20 registration-is-open', () => {
  test('passes when the client was registered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([401, 403])('fails on %i and shows what was said', (status) => {
    const registration = { status, text: 'API token required' }
    const fail = checkFail(rule, { exchanges: { registration } })
    expect(fail.says).toContain('API token required')
    expect(fail.evidence[0].at).toEqual({ part: 'status' })
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
