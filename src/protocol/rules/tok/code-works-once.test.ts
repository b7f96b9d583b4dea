import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { codeWorksOnce as rule } from './code-works-once.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['code-again'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { status: 200, json: { error: 'invalid_grant' } },
  { status: 400 },
]
const wrong: readonly ExchangeChange[] = [{ status: 200, json: { access_token: 't' } }]

describe('TOK-08 code-works-once', () => {
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
