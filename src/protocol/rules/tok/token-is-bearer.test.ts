import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { tokenIsBearer as rule } from './token-is-bearer.ts'

describe('TOK-05 token-is-bearer', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('passes on %s', (token_type) => {
    expect(kindOf(rule, withMembers('token', { token_type }))).toBe('pass')
  })

  test('fails on another type', () => {
    const fail = checkFail(rule, withMembers('token', { token_type: 'DPoP' }))
    expect(fail.says).toContain('"DPoP"')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/token_type' })
  })

  test('leaves a missing type to TOK-02', () => {
    expect(kindOf(rule, withMembers('token', { token_type: undefined }))).toBe('cannot-tell')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
