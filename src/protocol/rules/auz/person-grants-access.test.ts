import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { personGrantsAccess as rule } from './person-grants-access.ts'

const withError = (
  error: string,
  more = `&iss=${encodeURIComponent('https://issuer.example')}`,
) => ({
  exchanges: { callback: { url: `${REDIRECT}?error=${error}&state=state-1${more}` } },
})

describe('AUZ-20 person-grants-access', () => {
  test('passes when a code came', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([
    ['access_denied', 'person'],
    ['login_required', 'person'],
    ['invalid_scope', 'server'],
    ['server_error', 'issuer'],
    ['unauthorized_client', 'issuer'],
  ])('fails on %s, at the %s', (error, culprit) => {
    const fail = checkFail(rule, withError(error))
    expect(fail.culprit).toBe(culprit)
    expect(fail.says).toContain(error)
    expect(fail.evidence[0]).toEqual({ exchange: 'callback', at: { part: 'url' } })
  })

  test('shows where the server named the scopes that were refused, and what to allow', () => {
    const fail = checkFail(rule, withError('invalid_scope'))
    expect(fail.evidence[1]).toEqual({
      exchange: 'challenge',
      at: { part: 'response-header', name: 'www-authenticate' },
    })
    expect(fail.paste?.text).toBe('tools')
  })

  test('gives the redirect URI to allow when the client is refused', () => {
    const fail = checkFail(rule, withError('unauthorized_client'))
    expect(fail.paste?.text).toContain('/callback.html')
  })

  test('does not read the error of an answer with a wrong issuer', () => {
    expect(kindOf(rule, withError('access_denied', '&iss=https://evil.example'))).toBe(
      'cannot-tell',
    )
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
