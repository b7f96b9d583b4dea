import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { noErrorWithoutToken as rule } from './no-error-without-token.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-08 no-error-without-token', () => {
  test('passes when no error is named', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when one is, and shows it', () => {
    const fail = checkFail(rule, withHeader('Bearer error="invalid_token"'))
    expect(fail.says).toContain('"invalid_token"')
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'www-authenticate' })
  })

  test('does not apply when a token was sent', () => {
    const challenge = {
      sent: { Authorization: 'Bearer x' },
      header: { 'www-authenticate': 'Bearer error="invalid_token"' },
    }
    expect(kindOf(rule, { exchanges: { challenge } })).toBe('not-applicable')
  })

  test('cannot tell when a page may not see the header, and leaves a missing one to CHL-04', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
  })
})
