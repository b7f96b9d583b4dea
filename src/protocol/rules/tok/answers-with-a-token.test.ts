import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { answersWithAToken as rule } from './answers-with-a-token.ts'

describe('TOK-02 answers-with-a-token', () => {
  test('passes on a whole token response', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each(['access_token', 'token_type'])('fails without %s', (name) => {
    const fail = checkFail(rule, withMembers('token', { [name]: undefined }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: `/${name}` })
    expect(fail.says).not.toContain('access-token-1')
  })

  test('tells where a nested token is', () => {
    const members = { access_token: undefined, authed_user: { access_token: 'x' } }
    expect(checkFail(rule, withMembers('token', members)).says).toContain(
      'authed_user.access_token',
    )
  })

  test('fails on a form-encoded answer', () => {
    const token = { text: 'access_token=x&token_type=bearer' }
    expect(checkFail(rule, { exchanges: { token } }).says).toContain('form-encoded')
  })

  test('does not apply to a refusal', () => {
    const token = { status: 400, json: { error: 'invalid_grant' } }
    expect(kindOf(rule, { exchanges: { token } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
