import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { staysPublic as rule } from './stays-public.ts'

describe('DCR-05 stays-public', () => {
  test('passes when no secret was given', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when a secret was given, without showing it', () => {
    const fail = checkFail(rule, withMembers('registration', { client_secret: 'hush' }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/client_secret' })
    expect(fail.says).not.toContain('hush')
  })

  test('fails when the method was changed', () => {
    const members = { token_endpoint_auth_method: 'client_secret_basic' }
    expect(checkFail(rule, withMembers('registration', members)).says).toContain(
      'client_secret_basic',
    )
  })

  test('does not apply to a refusal or a client that asked for a secret', () => {
    expect(kindOf(rule, { exchanges: { registration: { status: 400 } } })).toBe('not-applicable')
    expect(kindOf(rule, { exchanges: { registration: { sentBody: '{}' } } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
