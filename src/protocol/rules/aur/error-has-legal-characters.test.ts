import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { errorHasLegalCharacters as rule } from './error-has-legal-characters.ts'

const withQuery = (query: string) => ({
  exchanges: { callback: { url: `${REDIRECT}?${query}` } },
})
const iss = `iss=${encodeURIComponent('https://issuer.example')}`

describe('AUR-05 error-has-legal-characters', () => {
  test('passes on a registered code', () => {
    expect(kindOf(rule, withQuery(`error=access_denied&state=state-1&${iss}`))).toBe('pass')
  })

  test.each(['a%22b', 'a%5Cb', '%C3%A4'])('fails on %s', (error) => {
    const fail = checkFail(rule, withQuery(`error=${error}&state=state-1&${iss}`))
    expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
  })

  test('does not apply without an error, and does not read one that may be forged', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, withQuery('error=%22&state=other'))).toBe('cannot-tell')
  })
})
