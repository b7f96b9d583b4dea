import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { toolNamesArePlain as rule } from './tool-names-are-plain.ts'

const withTools = (...tools: JsonObject[]) =>
  withMembers('tools', { result: { resultType: 'complete', tools } })

describe('TLI-07 tool-names-are-plain', () => {
  test('passes on plain names', () => {
    expect(kindOf(rule, withTools({ name: 'a.b-c_1' }, { name: 'b' }))).toBe('pass')
  })

  test.each([
    [[{ name: 'two words' }], '/result/tools/0/name'],
    [[{ name: '' }], '/result/tools/0/name'],
    [[{ name: 'a' }, { name: 'a' }], '/result/tools/1/name'],
  ])('fails on %j', (tools, pointer) => {
    const fail = checkFail(rule, withTools(...tools))
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body', pointer } }])
  })

  test('cannot tell before the list came', () => {
    expect(kindOf(rule, { until: 'session' })).toBe('cannot-tell')
  })
})
