import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { tokenIsNotStored as rule } from './token-is-not-stored.ts'

describe('TOK-03 token-is-not-stored', () => {
  test('passes on no-store among others', () => {
    const header = { 'cache-control': 'No-Store, max-age=0' }
    expect(kindOf(rule, { exchanges: { token: { header } } })).toBe('pass')
  })

  test.each([null, 'no-cache'])('fails on %j', (value) => {
    const fail = checkFail(rule, { exchanges: { token: { header: { 'cache-control': value } } } })
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'cache-control' })
  })

  test('does not apply without a token', () => {
    const token = { status: 400, json: { error: 'invalid_grant' } }
    expect(kindOf(rule, { exchanges: { token } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
