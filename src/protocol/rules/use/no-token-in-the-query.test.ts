import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { noTokenInTheQuery as rule } from './no-token-in-the-query.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['token-in-query'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { status: 200, json: { jsonrpc: '2.0', id: 1, error: {} } },
  { status: 401 },
  { status: 400 },
]
const wrong: readonly ExchangeChange[] = [
  { status: 200, json: { jsonrpc: '2.0', id: 1, result: {} } },
]

describe('USE-09 no-token-in-the-query', () => {
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
