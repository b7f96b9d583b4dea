import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { s256IsOffered as rule } from './s256-is-offered.ts'

describe('ASM-10 s256-is-offered', () => {
  test.each([[['S256']], [['plain', 'S256']]])('passes on %j', (value) => {
    expect(
      kindOf(rule, withMembers('server-metadata', { code_challenge_methods_supported: value })),
    ).toBe('pass')
  })

  test.each([[['plain']], [[]]])('fails on %j and shows where', (value) => {
    const fail = checkFail(
      rule,
      withMembers('server-metadata', { code_challenge_methods_supported: value }),
    )
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/code_challenge_methods_supported' },
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
