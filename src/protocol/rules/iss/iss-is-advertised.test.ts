import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { issIsAdvertised as rule } from './iss-is-advertised.ts'

describe('ISS-03 iss-is-advertised', () => {
  test('passes when the metadata says so', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it does not', () => {
    const member = 'authorization_response_iss_parameter_supported'
    const fail = checkFail(rule, withMembers('server-metadata', { [member]: undefined }))
    expect(fail.evidence[0]).toEqual({
      exchange: 'server-metadata',
      at: { part: 'response-body', pointer: `/${member}` },
    })
  })

  test('does not apply without iss and cannot tell without metadata', () => {
    const exchanges = { callback: { url: `${REDIRECT}?code=1&state=state-1` } }
    expect(kindOf(rule, { exchanges })).toBe('not-applicable')
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
