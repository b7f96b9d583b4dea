import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { errorCodesAreDefined as rule } from './error-codes-are-defined.ts'

const withError = (code: number) => ({
  exchanges: { tools: { json: { jsonrpc: '2.0', id: '3', error: { code, message: 'x' } } } },
})

describe('MET-06 error-codes-are-defined', () => {
  test.each([-32020, -32022, -32601, -32000, -32100])('passes on %i', (code) => {
    expect(kindOf(rule, withError(code))).toBe('pass')
  })

  test.each([-32050, -32099, -32002, -32042])('fails on %i', (code) => {
    const fail = checkFail(rule, withError(code))
    expect(fail.says).toContain(String(code))
    expect(fail.evidence).toEqual([
      { exchange: 'tools', at: { part: 'response-body', pointer: '/error/code' } },
    ])
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
