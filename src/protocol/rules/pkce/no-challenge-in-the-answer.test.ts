import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { noChallengeInTheAnswer as rule } from './no-challenge-in-the-answer.ts'

const withQuery = (query: string) => ({
  exchanges: { callback: { url: `${REDIRECT}?${query}` } },
})

describe('PKCE-06 no-challenge-in-the-answer', () => {
  test('passes without it', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails with it', () => {
    const fail = checkFail(rule, withQuery('code=1&state=state-1&code_challenge=x'))
    expect(fail.says).toContain('code_challenge')
    expect(fail.evidence).toEqual([{ exchange: 'callback', at: { part: 'url' } }])
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
