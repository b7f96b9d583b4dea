import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { unknownParametersAreIgnored as rule } from './unknown-parameters-are-ignored.ts'

const refused = (error_description: string) => ({
  exchanges: { token: { status: 400, json: { error: 'invalid_request', error_description } } },
})

describe('TOK-09 unknown-parameters-are-ignored', () => {
  test('passes when a token was issued', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a refusal for an unknown parameter', () => {
    const fail = checkFail(rule, refused('Unknown parameter: resource'))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/error' })
  })

  test('cannot tell after another refusal', () => {
    expect(kindOf(rule, refused('The code is used'))).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
