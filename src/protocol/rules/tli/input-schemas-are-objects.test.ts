import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { inputSchemasAreObjects as rule } from './input-schemas-are-objects.ts'

const withTools = (...tools: JsonObject[]) =>
  withMembers('tools', { result: { resultType: 'complete', tools } })

describe('TLI-08 input-schemas-are-objects', () => {
  test('passes on object schemas', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([null, undefined, { type: 'string' }, {}])('fails on %j', (inputSchema) => {
    const fail = checkFail(rule, withTools({ name: 'a', inputSchema }))
    expect(fail.evidence).toEqual([
      { exchange: 'tools', at: { part: 'response-body', pointer: '/result/tools/0/inputSchema' } },
    ])
  })

  test('cannot tell before the list came', () => {
    expect(kindOf(rule, { until: 'session' })).toBe('cannot-tell')
  })
})
