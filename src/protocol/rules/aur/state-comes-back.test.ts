import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { stateComesBack as rule } from './state-comes-back.ts'

const withQuery = (query: string) => ({ exchanges: { callback: { url: `${REDIRECT}?${query}` } } })

describe('AUR-02 state-comes-back', () => {
  test('passes on the same state, with an error too', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, withQuery('error=access_denied&state=state-1'))).toBe('pass')
  })

  test('fails without state', () => {
    const fail = checkFail(rule, withQuery('code=code-1'))
    expect(fail.evidence[0]).toEqual({ exchange: 'callback', at: { part: 'url' } })
  })

  test('fails on another state and compares both', () => {
    const fail = checkFail(rule, withQuery('code=code-1&state=state-2'))
    expect(fail.compare?.map(({ value }) => value)).toEqual(['state-1', 'state-2'])
  })

  test('does not apply to a grant without a page', () => {
    expect(kindOf(rule, { config: { grant: 'client_credentials' } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
