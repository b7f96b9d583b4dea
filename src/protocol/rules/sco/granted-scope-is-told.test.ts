import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { grantedScopeIsTold as rule } from './granted-scope-is-told.ts'

const jwt = (payload: object): string => {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '')
  return `${part({ alg: 'none' })}.${part(payload)}.x`
}

describe('SCO-08 granted-scope-is-told', () => {
  test('passes when the scope is named, or is the one that was asked for', () => {
    expect(kindOf(rule, withMembers('token', { scope: 'less' }))).toBe('pass')
    const access_token = jwt({ scope: 'tools' })
    expect(kindOf(rule, withMembers('token', { access_token }))).toBe('pass')
  })

  test('fails when the token has another scope that is not named', () => {
    const access_token = jwt({ scope: 'less' })
    const fail = checkFail(rule, withMembers('token', { access_token }))
    expect(fail.compare?.map(({ value }) => value)).toEqual(['tools', 'less'])
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/scope' })
  })

  test('cannot tell with an opaque token', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
