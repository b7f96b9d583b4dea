import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { challengeIsDemanded as rule } from './challenge-is-demanded.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['no-code-challenge'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { status: 302, headers: [['location', 'https://a.example/?error=invalid_request']] },
  { status: 400 },
]
const wrong: readonly ExchangeChange[] = [
  { status: 302, headers: [['location', 'https://a.example/?code=1']] },
]

describe('PKCE-04 challenge-is-demanded', () => {
  test.each(right)('passes on %j', (change) => {
    expect(kindOf(rule, probed(change))).toBe('pass')
  })

  test.each(wrong)('fails on %j', (change) => {
    const fail = checkFail(rule, probed(change))
    expect(fail.says).toContain(String(change.status))
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
  })

  test('cannot tell from a page, which may ask to sign in', () => {
    expect(kindOf(rule, probed({ status: 200, text: '<form>' }))).toBe('cannot-tell')
  })

  test('cannot tell when the negative test was not made, or got no answer', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(kindOf(rule, probed(lost))).toBe('cannot-tell')
  })
})
