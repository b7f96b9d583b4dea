import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { issIsAnIssuer as rule } from './iss-is-an-issuer.ts'

const withQuery = (query: string) => ({
  exchanges: { callback: { url: `${REDIRECT}?${query}` } },
})

describe('ISS-08 iss-is-an-issuer', () => {
  test('passes on an issuer', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each(['https://a.example?x=1', 'https://a.example#x', 'http://a.example', 'a'])(
    'fails on %s',
    (iss) => {
      const fail = checkFail(rule, withQuery(`code=1&state=state-1&iss=${encodeURIComponent(iss)}`))
      expect(fail.says).toContain(iss)
      expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
    },
  )

  test('does not apply without iss', () => {
    expect(kindOf(rule, withQuery('code=1&state=state-1'))).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
