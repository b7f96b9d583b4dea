import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { takesPlainBearerTokens as rule } from './takes-plain-bearer-tokens.ts'

describe('PRM-18 takes-plain-bearer-tokens', () => {
  test.each([false, undefined])('passes on %j', (value) => {
    expect(
      kindOf(rule, withMembers('resource-metadata', { dpop_bound_access_tokens_required: value })),
    ).toBe('pass')
  })

  test.each([true])('fails on %j', (value) => {
    const fail = checkFail(
      rule,
      withMembers('resource-metadata', { dpop_bound_access_tokens_required: value }),
    )
    expect(fail.evidence[0]).toMatchObject({
      exchange: 'resource-metadata',
      at: {
        part: 'response-body',
        pointer: expect.stringContaining('/dpop_bound_access_tokens_required'),
      },
    })
  })

  test('fails on certificates too', () => {
    const members = { tls_client_certificate_bound_access_tokens: true }
    expect(checkFail(rule, withMembers('resource-metadata', members)).says).toContain('tls_client')
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
