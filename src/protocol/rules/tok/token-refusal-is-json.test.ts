import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { tokenRefusalIsJson as rule } from './token-refusal-is-json.ts'

describe('TOK-04 token-refusal-is-json', () => {
  test.each([
    [400, 'invalid_grant'],
    [401, 'invalid_client'],
  ])('passes on %i with %s', (status, error) => {
    expect(kindOf(rule, { exchanges: { token: { status, json: { error } } } })).toBe('pass')
  })

  test.each([200, 401, 500])('fails on %i with invalid_grant', (status) => {
    const token = { status, json: { error: 'invalid_grant' } }
    const fail = checkFail(rule, { exchanges: { token } })
    expect(fail.evidence[0].at).toEqual({ part: 'status' })
  })

  test('fails on a page', () => {
    const token = { status: 400, text: '<html>', header: { 'content-type': 'text/html' } }
    const fail = checkFail(rule, { exchanges: { token } })
    expect(fail.says).toContain('text/html')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body' })
  })

  test('looks at a refused refresh as well', () => {
    const fail = checkFail(rule, {
      until: 'refresh',
      more: [{ id: 'refresh', step: 'refresh', method: 'POST', status: 500, text: 'broken' }],
    })
    expect(fail.evidence[0].exchange).toBe('refresh')
  })

  test('does not apply to success', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
