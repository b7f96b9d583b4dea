import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeNamesResourceMetadata as rule } from './challenge-names-resource-metadata.ts'

const withHeader = (value: string | null) => ({
  exchanges: { challenge: { header: { 'www-authenticate': value } } },
})

describe('CHL-02 challenge-names-resource-metadata', () => {
  test('passes when the challenge has resource_metadata', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails without it, shows the header and gives the line to send', () => {
    const fail = checkFail(rule, withHeader('Bearer realm="practice"'))
    expect(fail.says).toContain('realm=')
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'www-authenticate' })
    expect(fail.paste?.text).toMatch(/^WWW-Authenticate: Bearer resource_metadata="https:/)
  })

  test('leaves a missing header and a foreign scheme to their own rules', () => {
    expect(kindOf(rule, withHeader(null))).toBe('not-applicable')
    expect(kindOf(rule, withHeader('Basic realm="x"'))).toBe('not-applicable')
  })

  test('cannot tell when a page may not see the header', () => {
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
  })
})
