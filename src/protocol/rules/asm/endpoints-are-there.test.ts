import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { endpointsAreThere as rule } from './endpoints-are-there.ts'

describe('ASM-06 endpoints-are-there', () => {
  test('passes when all are there', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each(['authorization_endpoint', 'token_endpoint', 'response_types_supported'])(
    'fails without %s',
    (name) => {
      const fail = checkFail(rule, withMembers('server-metadata', { [name]: undefined }))
      expect(fail.says).toContain(name)
      expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: `/${name}` })
      expect(fail.paste?.text).toContain(`"${name}"`)
    },
  )

  test('asks no authorization endpoint of a server without a grant that needs one', () => {
    const members = {
      authorization_endpoint: undefined,
      grant_types_supported: ['client_credentials'],
    }
    expect(kindOf(rule, withMembers('server-metadata', members))).toBe('pass')
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
