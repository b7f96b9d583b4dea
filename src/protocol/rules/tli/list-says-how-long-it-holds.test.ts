import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { listSaysHowLongItHolds as rule } from './list-says-how-long-it-holds.ts'

const listing = (members: JsonObject) =>
  withMembers('tools', {
    result: { resultType: 'complete', tools: [], ttlMs: 0, cacheScope: 'private', ...members },
  })

describe('TLI-04 list-says-how-long-it-holds', () => {
  test('passes on both members', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, listing({ cacheScope: 'public' }))).toBe('pass')
  })

  test.each([
    [{ ttlMs: undefined }, '/result/ttlMs'],
    [{ ttlMs: -1 }, '/result/ttlMs'],
    [{ cacheScope: undefined }, '/result/cacheScope'],
    [{ cacheScope: 'all' }, '/result/cacheScope'],
  ])('fails on %j', (members, pointer) => {
    const fail = checkFail(rule, listing(members))
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body', pointer } }])
  })

  test('cannot tell before the list came', () => {
    expect(kindOf(rule, { until: 'session' })).toBe('cannot-tell')
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
