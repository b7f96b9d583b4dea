import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeIsThere as rule } from './challenge-is-there.ts'

describe('CHL-04 challenge-is-there', () => {
  test('passes when the 401 has the header', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it has none, with the line to send', () => {
    const fail = checkFail(rule, {
      exchanges: { challenge: { header: { 'www-authenticate': null } } },
    })
    expect(fail.evidence).toEqual([
      { exchange: 'challenge', at: { part: 'response-header', name: 'www-authenticate' } },
    ])
    expect(fail.paste?.text).toContain('scope="tools"')
  })

  test('cannot tell when a page may not see the header', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
