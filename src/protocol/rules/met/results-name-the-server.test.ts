import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { resultsNameTheServer as rule } from './results-name-the-server.ts'

describe('MET-08 results-name-the-server', () => {
  test('passes when each names it', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a result that does not', () => {
    const fail = checkFail(
      rule,
      withMembers('tools', { result: { resultType: 'complete', tools: [] } }),
    )
    expect(fail.evidence[0]).toEqual({
      exchange: 'tools',
      at: { part: 'response-body', pointer: '/result/_meta' },
    })
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
