import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { issIsTheIssuer as rule } from './iss-is-the-issuer.ts'

const withIss = (iss: string) => ({
  exchanges: {
    callback: { url: `${REDIRECT}?code=1&state=state-1&iss=${encodeURIComponent(iss)}` },
  },
})

describe('ISS-05 iss-is-the-issuer', () => {
  test('passes on the identical string', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([
    ['https://issuer.example/', 'trailing slash'],
    ['https://evil.example', 'different hosts'],
  ])('fails on %s and says how it differs', (iss, how) => {
    const fail = checkFail(rule, withIss(iss))
    expect(fail.says).toContain(how)
    expect(fail.compare?.map(({ value }) => value)).toEqual(['https://issuer.example', iss])
    expect(fail.evidence[0]).toEqual({ exchange: 'callback', at: { part: 'url' } })
  })

  test('does not apply without iss', () => {
    const exchanges = { callback: { url: `${REDIRECT}?code=1&state=state-1` } }
    expect(kindOf(rule, { exchanges })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
