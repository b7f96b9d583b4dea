import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { issuerIsIdentical as rule } from './issuer-is-identical.ts'

describe('ASM-03 issuer-is-identical', () => {
  test('passes on the identical string', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([
    ['https://issuer.example/', 'trailing slash'],
    ['https://ISSUER.example', 'case'],
    ['https://issuer.example:443', 'port'],
    ['https://issuer.example/t/1', 'path'],
    ['https://other.example', 'hosts'],
    ['http://issuer.example', 'http and https'],
  ])('fails on %s and says how it differs', (issuer, how) => {
    const fail = checkFail(rule, withMembers('server-metadata', { issuer }))
    expect(fail.says).toContain(how)
    expect(fail.compare?.map(({ value }) => value)).toEqual(['https://issuer.example', issuer])
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/issuer' })
  })

  test('fails when there is no issuer', () => {
    expect(checkFail(rule, withMembers('server-metadata', { issuer: undefined })).says).toContain(
      'its issuer is nothing',
    )
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
