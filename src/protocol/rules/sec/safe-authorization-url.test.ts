import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { safeAuthorizationUrl as rule } from './safe-authorization-url.ts'

describe('SEC-20 safe-authorization-url', () => {
  test.each(['https://login.example/authorize?tenant=1', 'http://127.0.0.1:9/authorize'])(
    'passes on %j',
    (value) => {
      expect(kindOf(rule, withMembers('server-metadata', { authorization_endpoint: value }))).toBe(
        'pass',
      )
    },
  )

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://login.example/authorize',
    '/authorize',
    'file:///etc/passwd',
  ])('fails on %j and shows where', (value) => {
    const fail = checkFail(rule, withMembers('server-metadata', { authorization_endpoint: value }))
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/authorization_endpoint' },
      },
    ])
    expect(fail.says).not.toContain('undefined')
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })

  test('does not apply to another grant', () => {
    expect(kindOf(rule, { config: { grant: 'client_credentials' } })).toBe('not-applicable')
  })
})
