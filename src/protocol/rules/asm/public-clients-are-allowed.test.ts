import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { publicClientsAreAllowed as rule } from './public-clients-are-allowed.ts'

describe('ASM-16 public-clients-are-allowed', () => {
  test.each([[['none']], [['client_secret_basic', 'none']]])('passes on %j', (value) => {
    expect(
      kindOf(
        rule,
        withMembers('server-metadata', { token_endpoint_auth_methods_supported: value }),
      ),
    ).toBe('pass')
  })

  test.each([['client_secret_basic'], undefined])('fails on %j and shows where', (value) => {
    const fail = checkFail(
      rule,
      withMembers('server-metadata', { token_endpoint_auth_methods_supported: value }),
    )
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/token_endpoint_auth_methods_supported' },
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

  test('does not apply to a client with a secret', () => {
    const facts = { clientIdentity: { authentication: 'client_secret_basic' } } as const
    expect(kindOf(rule, { facts })).toBe('not-applicable')
  })
})
