import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { resultsHaveAType as rule } from './results-have-a-type.ts'

describe('MET-07 results-have-a-type', () => {
  test('passes when each has one', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a result without', () => {
    const fail = checkFail(rule, withMembers('tools', { result: { tools: [] } }))
    expect(fail.says).toContain('tools/list')
    expect(fail.evidence[0].exchange).toBe('tools')
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
