import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeNamesTheScope as rule } from './challenge-names-the-scope.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-10 challenge-names-the-scope', () => {
  test('passes when a scope is named', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each(['Bearer realm="x"', 'Bearer scope=""'])('fails on %s', (header) => {
    const fail = checkFail(rule, withHeader(header))
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'www-authenticate' })
    expect(fail.paste?.text).toContain('WWW-Authenticate: Bearer')
  })

  test('leaves another scheme to CHL-05', () => {
    expect(kindOf(rule, withHeader('Basic realm="x"'))).toBe('not-applicable')
  })

  test('cannot tell when a page may not see the header, and leaves a missing one to CHL-04', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
  })
})
