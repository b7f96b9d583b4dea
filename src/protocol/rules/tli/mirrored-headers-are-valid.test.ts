import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { mirroredHeadersAreValid as rule } from './mirrored-headers-are-valid.ts'

const withTools = (...tools: JsonObject[]) =>
  withMembers('tools', { result: { resultType: 'complete', tools } })
const mirrored = (header: string) => ({
  name: 'a',
  inputSchema: {
    type: 'object',
    properties: { place: { type: 'string', 'x-mcp-header': header } },
  },
})

describe('TLI-06 mirrored-headers-are-valid', () => {
  test('passes on a header name', () => {
    expect(kindOf(rule, withTools(mirrored('Place')))).toBe('pass')
  })

  test.each(['', 'Two words'])('fails on %j', (header) => {
    const fail = checkFail(rule, withTools(mirrored(header)))
    expect(fail.says).toContain('the tool "a"')
    expect(fail.evidence[0].exchange).toBe('tools')
  })

  test('cannot tell before the list came', () => {
    expect(kindOf(rule, { until: 'session' })).toBe('cannot-tell')
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
