import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeIsBearer as rule } from './challenge-is-bearer.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-05 challenge-is-bearer', () => {
  test('passes on a Bearer challenge in any case', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, withHeader('BEARER realm="x"'))).toBe('pass')
  })

  test('fails on another scheme and names it', () => {
    const fail = checkFail(rule, withHeader('Basic realm="x"'))
    expect(fail.says).toContain('"Basic"')
    expect(fail.evidence[0].exchange).toBe('challenge')
  })

  test('fails on Bearer without parameters', () => {
    expect(checkFail(rule, withHeader('Bearer')).says).toContain('has none')
  })

  test('fails on sloppy grammar and marks the place', () => {
    const fail = checkFail(rule, withHeader('Bearer scope = "tools"'))
    expect(fail.says).toMatch(/at column \d+/)
    expect(fail.evidence[0].at).toMatchObject({ part: 'response-header', span: expect.any(Array) })
  })

  test('leaves a missing header to CHL-04', () => {
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
  })

  test('cannot tell when a page may not see the header', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
  })
})
