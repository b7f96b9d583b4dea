import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { answerIsBounded as rule } from './answer-is-bounded.ts'

describe('NET-04 answer-is-bounded', () => {
  test('passes on whole answers, and on a stream left after its answer', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, { exchanges: { tools: { cut: 'answered' } } })).toBe('pass')
  })

  test.each([
    ['size', 'was cut'],
    ['timeout', 'had not ended'],
    ['failed', 'the connection broke'],
  ] as const)('fails on a body cut by %s', (cut, words) => {
    const fail = checkFail(rule, { exchanges: { 'server-metadata': { cut } } })
    expect(fail.says).toContain(words)
    expect(fail.culprit).toBe('issuer')
    expect(fail.evidence).toEqual([{ exchange: 'server-metadata', at: { part: 'response-body' } }])
  })

  test('cannot tell without any answer', () => {
    expect(kindOf(rule, { until: 'challenge', exchanges: { challenge: null } })).toBe('cannot-tell')
  })
})
