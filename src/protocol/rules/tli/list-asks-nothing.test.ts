import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { listAsksNothing as rule } from './list-asks-nothing.ts'

const listing = (members: JsonObject) =>
  withMembers('tools', {
    result: { resultType: 'complete', tools: [], ttlMs: 0, cacheScope: 'private', ...members },
  })

describe('TLI-05 list-asks-nothing', () => {
  test('passes on a complete list', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it asks for input', () => {
    const fail = checkFail(rule, listing({ resultType: 'input_required' }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/result/resultType' })
  })

  test('cannot tell before the list came', () => {
    expect(kindOf(rule, { until: 'session' })).toBe('cannot-tell')
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
