import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { offersTheCodeResponse as rule } from './offers-the-code-response.ts'

describe('ASM-07 offers-the-code-response', () => {
  test.each([[['code']], [['code id_token', 'code']]])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('server-metadata', { response_types_supported: value }))).toBe(
      'pass',
    )
  })

  test.each([[['token']], [[]]])('fails on %j and shows where', (value) => {
    const fail = checkFail(
      rule,
      withMembers('server-metadata', { response_types_supported: value }),
    )
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/response_types_supported' },
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
