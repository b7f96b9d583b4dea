import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeHasLegalCharacters as rule } from './challenge-has-legal-characters.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-07 challenge-has-legal-characters', () => {
  test('passes on plain scopes and texts', () => {
    expect(kindOf(rule, withHeader('Bearer scope="a b:c", error_description="No, not now"'))).toBe(
      'pass',
    )
  })

  test.each([
    'Bearer scope="a  b"',
    'Bearer scope=" a"',
    String.raw`Bearer scope="\"a\""`,
    'Bearer scope="ä"',
    String.raw`Bearer error_description="say \"no\""`,
  ])('fails on %s', (header) => {
    const fail = checkFail(rule, withHeader(header))
    expect(fail.evidence[0].at).toMatchObject({ part: 'response-header', name: 'www-authenticate' })
  })

  test('cannot tell when a page may not see the header, and leaves a missing one to CHL-04', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
  })
})
