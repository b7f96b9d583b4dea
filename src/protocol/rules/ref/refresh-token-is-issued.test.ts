import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { refreshTokenIsIssued as rule } from './refresh-token-is-issued.ts'

const config = { also: ['refresh'] } as const

describe('REF-05 refresh-token-is-issued', () => {
  test('passes when one was issued', () => {
    expect(kindOf(rule, { config })).toBe('pass')
  })

  test('fails when one was wanted and none came', () => {
    const fail = checkFail(rule, { config, ...withMembers('token', { refresh_token: undefined }) })
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/refresh_token' })
  })

  test('does not apply when nobody asked for a refresh', () => {
    expect(kindOf(rule, withMembers('token', { refresh_token: undefined }))).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { config, until: 'challenge' })).toBe('cannot-tell')
  })
})
