import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { offersDynamicRegistration as rule } from './offers-dynamic-registration.ts'

describe('ASM-13 offers-dynamic-registration', () => {
  test.each(['https://issuer.example/register'])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('server-metadata', { registration_endpoint: value }))).toBe(
      'pass',
    )
  })

  test.each([undefined, 7])('fails on %j', (value) => {
    const fail = checkFail(rule, withMembers('server-metadata', { registration_endpoint: value }))
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/registration_endpoint' },
      },
    ])
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
