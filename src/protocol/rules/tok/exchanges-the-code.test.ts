import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { exchangesTheCode as rule } from './exchanges-the-code.ts'

const refused = (error: string, change = {}) => ({
  exchanges: { token: { status: 400, json: { error, error_description: 'because' } } },
  ...change,
})

describe('TOK-20 exchanges-the-code', () => {
  test('passes when a token was issued', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a refusal with its words', () => {
    const fail = checkFail(rule, refused('invalid_grant'))
    expect(fail.says).toContain('invalid_grant: "because"')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/error' })
  })

  test('asks the person about a client that the person gave', () => {
    const facts = { clientIdentity: { kind: 'pre-registered' } }
    expect(checkFail(rule, refused('invalid_client', { facts })).culprit).toBe('person')
    expect(checkFail(rule, refused('invalid_client')).culprit).toBe('issuer')
  })

  test('cannot tell when no error is named', () => {
    expect(kindOf(rule, { exchanges: { token: { status: 400, text: '' } } })).toBe('cannot-tell')
  })

  test('leaves an endpoint that is out of order to TOK-04', () => {
    const token = { status: 500, json: { error: 'server_error' } }
    expect(kindOf(rule, { exchanges: { token } })).toBe('not-applicable')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
