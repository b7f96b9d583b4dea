import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { declaredToolsAreListed as rule } from './declared-tools-are-listed.ts'

const error = { jsonrpc: '2.0', id: '3', error: { code: -32603, message: 'broken' } }

describe('TLI-01 declared-tools-are-listed', () => {
  test('passes when the tools were listed', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on an error, and on tools that are no list', () => {
    const fail = checkFail(rule, { exchanges: { tools: { json: error } } })
    expect(fail.says).toContain('-32603')
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body' } }])
    const odd = withMembers('tools', { result: { tools: 'none' } })
    expect(checkFail(rule, odd).says).toContain('"none"')
  })

  test('does not apply when no tools are declared', () => {
    const exchanges = { tools: { json: error } }
    expect(kindOf(rule, { exchanges, facts: { session: { capabilities: {} } } })).toBe(
      'not-applicable',
    )
  })

  test('cannot tell without capabilities, after a refusal, and before its turn', () => {
    const exchanges = { tools: { json: error } }
    expect(kindOf(rule, { exchanges, facts: { session: { capabilities: null } } })).toBe(
      'cannot-tell',
    )
    expect(kindOf(rule, { exchanges: { tools: { status: 403, text: '' } } })).toBe('cannot-tell')
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })
})
