import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { foreignTokenIsRefused as rule } from './foreign-token-is-refused.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['foreign-token'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { status: 200, json: { jsonrpc: '2.0', id: 1, error: {} } },
  { status: 401 },
  { status: 403 },
]
const wrong: readonly ExchangeChange[] = [
  { status: 200, json: { jsonrpc: '2.0', id: 1, result: {} } },
]

describe('USE-03 foreign-token-is-refused', () => {
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
