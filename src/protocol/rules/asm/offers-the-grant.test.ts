import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { offersTheGrant as rule } from './offers-the-grant.ts'

describe('ASM-08 offers-the-grant', () => {
  test.each([['authorization_code'], undefined])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('server-metadata', { grant_types_supported: value }))).toBe(
      'pass',
    )
  })

  test.each([[['implicit']], [[]]])('fails on %j and shows where', (value) => {
    const fail = checkFail(rule, withMembers('server-metadata', { grant_types_supported: value }))
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/grant_types_supported' },
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

  test('notes a grant that OAuth 2.1 dropped', () => {
    const grant_types_supported = ['authorization_code', 'password']
    const fail = checkFail(rule, withMembers('server-metadata', { grant_types_supported }))
    expect(fail.says).toContain('"password"')
    expect(fail.paste?.text).toBe('"grant_types_supported": ["authorization_code"]')
  })

  test('asks for the grant of the walk', () => {
    expect(checkFail(rule, { config: { grant: 'client_credentials' } }).says).toContain(
      'client_credentials',
    )
  })
})
