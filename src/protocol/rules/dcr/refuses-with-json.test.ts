import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { refusesWithJson as rule } from './refuses-with-json.ts'

describe('DCR-04 refuses-with-json', () => {
  test('passes on 400 with a JSON error', () => {
    const registration = { status: 400, json: { error: 'invalid_redirect_uri' } }
    expect(kindOf(rule, { exchanges: { registration } })).toBe('pass')
  })

  test('fails on 400 without JSON', () => {
    const registration = { status: 400, text: 'no' }
    expect(checkFail(rule, { exchanges: { registration } }).evidence[0].at).toEqual({
      part: 'response-body',
    })
  })

  test('fails on a breakdown', () => {
    const registration = { status: 500, text: 'Internal error' }
    expect(checkFail(rule, { exchanges: { registration } }).says).toContain(
      '500 Internal Server Error',
    )
  })

  test('fails on another status', () => {
    const registration = { status: 422, json: { error: 'invalid_client_metadata' } }
    expect(checkFail(rule, { exchanges: { registration } }).says).toContain('422')
  })

  test('does not apply to success, to a closed and to an absent endpoint', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    for (const status of [401, 404, 415]) {
      expect(kindOf(rule, { exchanges: { registration: { status, text: '' } } })).toBe(
        'not-applicable',
      )
    }
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
