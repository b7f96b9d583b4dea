import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { issuerIsHttps as rule } from './issuer-is-https.ts'

describe('ASM-05 issuer-is-https', () => {
  test.each(['https://issuer.example', 'https://a.example/t/1', 'http://localhost:9'])(
    'passes on %j',
    (value) => {
      expect(kindOf(rule, withMembers('server-metadata', { issuer: value }))).toBe('pass')
    },
  )

  test.each(['http://issuer.example', 'https://a.example?x=1', 'https://a.example#x', 'issuer'])(
    'fails on %j and shows where',
    (value) => {
      const fail = checkFail(rule, withMembers('server-metadata', { issuer: value }))
      expect(fail.evidence).toEqual([
        { exchange: 'server-metadata', at: { part: 'response-body', pointer: '/issuer' } },
      ])
      expect(fail.says).not.toContain('undefined')
    },
  )

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
