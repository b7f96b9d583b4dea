import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { offersRevocation as rule } from './offers-revocation.ts'

const wanted = { config: { also: ['revoke'] } } as const

describe('ASM-30 offers-revocation', () => {
  test('passes when the metadata names the endpoint', () => {
    const members = { revocation_endpoint: 'https://issuer.example/revoke' }
    expect(kindOf(rule, { ...withMembers('server-metadata', members), ...wanted })).toBe('pass')
  })

  test('fails when it was wanted and is not there', () => {
    const fail = checkFail(rule, wanted)
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/revocation_endpoint' })
    expect(fail.paste?.text).toContain('https://issuer.example/revoke')
  })

  test('does not apply when nobody asked for it', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { ...wanted, until: 'challenge' })).toBe('cannot-tell')
  })
})
