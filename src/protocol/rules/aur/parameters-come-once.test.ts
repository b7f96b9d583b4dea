import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { parametersComeOnce as rule } from './parameters-come-once.ts'

describe('AUR-04 parameters-come-once', () => {
  test('passes when each comes once', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a repeated parameter and names it', () => {
    const url = `${REDIRECT}?code=1&state=state-1&state=state-1`
    const fail = checkFail(rule, { exchanges: { callback: { url } } })
    expect(fail.says).toContain('state comes 2 times')
    expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
