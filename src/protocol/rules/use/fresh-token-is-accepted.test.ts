import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { freshTokenIsAccepted as rule } from './fresh-token-is-accepted.ts'

describe('USE-05 fresh-token-is-accepted', () => {
  test('passes when the token was taken', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a 401 to a fresh token, without showing it', () => {
    const session = {
      status: 401,
      text: '',
      header: { 'www-authenticate': 'Bearer error="invalid_token"' },
    }
    const fail = checkFail(rule, {
      until: 'session',
      failed: 'token-rejected',
      failedAt: 'session',
      exchanges: { session },
    })
    expect(fail.says).toContain('invalid_token')
    expect(fail.says).toContain('asked for https://mcp.example/mcp')
    expect(fail.says).not.toContain('access-token-1')
    expect(fail.evidence[0]).toEqual({ exchange: 'session', at: { part: 'status' } })
  })

  test('shows what the body says where there is no challenge', () => {
    const session = { status: 401, text: 'audience mismatch', header: { 'www-authenticate': null } }
    const end = { until: 'session', failed: 'token-rejected', failedAt: 'session' } as const
    expect(checkFail(rule, { ...end, exchanges: { session } }).says).toContain(
      'saying audience mismatch',
    )
  })

  test('cannot tell before the token was used', () => {
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
