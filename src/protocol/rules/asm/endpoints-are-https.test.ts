import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { endpointsAreHttps as rule } from './endpoints-are-https.ts'

describe('ASM-11 endpoints-are-https', () => {
  test('passes on https, and on http on loopback', () => {
    expect(kindOf(rule)).toBe('pass')
    const members = { token_endpoint: 'http://localhost:9/token' }
    expect(kindOf(rule, withMembers('server-metadata', members))).toBe('pass')
  })

  test.each([
    ['token_endpoint', 'http://issuer.example/token'],
    ['registration_endpoint', '/register'],
    ['jwks_uri', 'http://issuer.example/jwks'],
    ['token_endpoint', 'https://issuer.example/token#x'],
    ['authorization_endpoint', 'https://issuer.example/authorize#x'],
  ])('fails on %s at %s', (name, url) => {
    const fail = checkFail(rule, withMembers('server-metadata', { [name]: url }))
    expect(fail.says).toContain(url)
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: `/${name}` })
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
