import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { endpointAnswers as rule } from './endpoint-answers.ts'

describe('DCR-06 endpoint-answers', () => {
  test('passes when the endpoint answered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([404, 405, 501])('fails on %i', (status) => {
    const fail = checkFail(rule, { exchanges: { registration: { status, text: '' } } })
    expect(fail.says).toContain('https://issuer.example/register')
    expect(fail.evidence[0].at).toEqual({ part: 'status' })
  })

  test('does not apply to a guessed address', () => {
    const facts = { serverMetadata: { guessed: true } }
    const exchanges = { registration: { status: 404, text: '' } }
    expect(kindOf(rule, { exchanges, facts })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
