import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { refusedTokenIsNamedInvalid as rule } from './refused-token-is-named-invalid.ts'

const refused = (header: string | null, headersComplete = true) => ({
  until: 'session' as const,
  failed: 'token-rejected' as const,
  exchanges: {
    session: { status: 401, text: '', header: { 'www-authenticate': header }, headersComplete },
  },
})

describe('CHL-09 refused-token-is-named-invalid', () => {
  test('passes on invalid_token', () => {
    expect(kindOf(rule, refused('Bearer error="invalid_token"'))).toBe('pass')
  })

  test.each([null, 'Bearer realm="x"', 'Bearer error="expired"'])('fails on %s', (header) => {
    const fail = checkFail(rule, refused(header))
    expect(fail.evidence).toEqual([
      { exchange: 'session', at: { part: 'response-header', name: 'www-authenticate' } },
    ])
  })

  test('cannot tell when a page may not see the header', () => {
    expect(kindOf(rule, refused(null, false))).toBe('cannot-tell')
  })

  test('does not apply when no token was refused', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
