import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { unknownMethodGets404 as rule } from './unknown-method-gets-404.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['unknown-method'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { status: 404, json: { jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'x' } } },
]
const wrong: readonly ExchangeChange[] = [
  { status: 200, json: { jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'x' } } },
  { status: 404 },
]

describe('MET-05 unknown-method-gets-404', () => {
  test.each(right)('passes on %j', (change) => {
    expect(kindOf(rule, probed(change))).toBe('pass')
  })

  test.each(wrong)('fails on %j', (change) => {
    const fail = checkFail(rule, probed(change))
    expect(fail.says).toContain(String(change.status))
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
  })

  test('cannot tell when the negative test was not made, or got no answer', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(kindOf(rule, probed(lost))).toBe('cannot-tell')
  })
})
