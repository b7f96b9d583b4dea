import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { codeOrError as rule } from './code-or-error.ts'

const withQuery = (query: string) => ({ exchanges: { callback: { url: `${REDIRECT}?${query}` } } })

describe('AUR-03 code-or-error', () => {
  test('passes on a code and on an error', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, withQuery('error=access_denied&state=state-1'))).toBe('pass')
  })

  test.each(['code=1&error=access_denied', 'state=state-1', 'code=&state=state-1'])(
    'fails on %s',
    (query) => {
      const fail = checkFail(rule, withQuery(query))
      expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
    },
  )

  test('names an answer in the fragment as such', () => {
    const url = `${REDIRECT}#code=1&state=state-1`
    const fail = checkFail(rule, {
      exchanges: { callback: { url } },
      events: [{ type: 'callback-arrived', at: 5000, url, by: 'same-tab' }],
    })
    expect(fail.says).toContain('fragment')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
