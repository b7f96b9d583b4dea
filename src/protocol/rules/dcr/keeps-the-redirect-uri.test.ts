import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { keepsTheRedirectUri as rule } from './keeps-the-redirect-uri.ts'

describe('DCR-10 keeps-the-redirect-uri', () => {
  test('passes when the redirect URI came back', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when another one came back and compares both', () => {
    const redirect_uris = ['https://debugger.example/callback']
    const fail = checkFail(rule, withMembers('registration', { redirect_uris }))
    expect(fail.compare?.map(({ value }) => value)).toEqual([
      'https://debugger.example/callback.html',
      'https://debugger.example/callback',
    ])
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/redirect_uris' })
  })

  test('fails when none came back', () => {
    expect(
      checkFail(rule, withMembers('registration', { redirect_uris: undefined })).says,
    ).toContain('no redirect_uris')
  })

  test('does not apply to a refusal', () => {
    expect(kindOf(rule, { exchanges: { registration: { status: 400 } } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
