import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { machineMethodsAreListed as rule } from './machine-methods-are-listed.ts'

const listing = (methods: string[] | undefined, algorithms?: string[]) => ({
  config: { grant: 'client_credentials' as const },
  ...withMembers('server-metadata', {
    token_endpoint_auth_methods_supported: methods,
    token_endpoint_auth_signing_alg_values_supported: algorithms,
  }),
})

describe('ECC-03 machine-methods-are-listed', () => {
  test('passes on a secret, on the default, and on assertions with algorithms', () => {
    expect(kindOf(rule, listing(['client_secret_basic']))).toBe('pass')
    expect(kindOf(rule, listing(undefined))).toBe('pass')
    expect(kindOf(rule, listing(['private_key_jwt'], ['ES256']))).toBe('pass')
  })

  test('fails on none and on assertions without algorithms', () => {
    expect(checkFail(rule, listing(['none'])).says).toContain('"none"')
    const fail = checkFail(rule, listing(['private_key_jwt']))
    expect(fail.evidence[0].at).toEqual({
      part: 'response-body',
      pointer: '/token_endpoint_auth_signing_alg_values_supported',
    })
  })

  test('does not apply to another grant, and cannot tell without metadata', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, { ...listing(['none']), until: 'challenge' })).toBe('cannot-tell')
  })
})
