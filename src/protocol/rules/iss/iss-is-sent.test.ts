import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { issIsSent as rule } from './iss-is-sent.ts'

const silent = {
  ...withMembers('server-metadata', { authorization_response_iss_parameter_supported: undefined }),
}
const withoutIss = {
  exchanges: { ...silent.exchanges, callback: { url: `${REDIRECT}?code=1&state=state-1` } },
}

describe('ISS-02 iss-is-sent', () => {
  test('passes when iss came', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it did not and was not promised', () => {
    const fail = checkFail(rule, withoutIss)
    expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
  })

  test('leaves a broken promise to ISS-04', () => {
    const exchanges = { callback: { url: `${REDIRECT}?code=1&state=state-1` } }
    expect(kindOf(rule, { exchanges })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
