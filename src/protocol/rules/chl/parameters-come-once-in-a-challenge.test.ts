import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { parametersComeOnceInAChallenge as rule } from './parameters-come-once-in-a-challenge.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-06 parameters-come-once-in-a-challenge', () => {
  test('passes when each comes once, in two challenges too', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, withHeader('Basic realm="a", Bearer realm="b"'))).toBe('pass')
  })

  test('fails on a repeated parameter and marks the place', () => {
    const header = 'Bearer scope="a", scope="b"'
    const fail = checkFail(rule, withHeader(header))
    expect(fail.evidence[0]).toMatchObject({
      exchange: 'challenge',
      at: { part: 'response-header', span: [18, 27] },
    })
  })

  test('cannot tell when a page may not see the header, and leaves a missing one to CHL-04', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
  })
})
