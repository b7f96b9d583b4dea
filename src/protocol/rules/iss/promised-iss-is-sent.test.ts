import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { promisedIssIsSent as rule } from './promised-iss-is-sent.ts'

const exchanges = { callback: { url: `${REDIRECT}?code=1&state=state-1` } }

describe('ISS-04 promised-iss-is-sent', () => {
  test('passes when it was sent', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it was not, with the promise as evidence', () => {
    const fail = checkFail(rule, { exchanges })
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['callback', 'server-metadata'])
    expect(fail.paste?.text).toBe('iss=https%3A%2F%2Fissuer.example')
  })

  test('does not apply without a promise', () => {
    const member = 'authorization_response_iss_parameter_supported'
    const silent = withMembers('server-metadata', { [member]: undefined })
    expect(kindOf(rule, { exchanges: { ...silent.exchanges, ...exchanges } })).toBe(
      'not-applicable',
    )
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
