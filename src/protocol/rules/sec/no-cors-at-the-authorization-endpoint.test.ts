import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { noCorsAtTheAuthorizationEndpoint as rule } from './no-cors-at-the-authorization-endpoint.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['cors-at-authorization'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [{ status: 200 }]
const wrong: readonly ExchangeChange[] = [
  { status: 200, headers: [['access-control-allow-origin', '*']] },
]

describe('SEC-05 no-cors-at-the-authorization-endpoint', () => {
  test.each(right)('passes on %j', (change) => {
    expect(kindOf(rule, probed(change))).toBe('pass')
  })

  test.each(wrong)('fails on %j', (change) => {
    const fail = checkFail(rule, probed(change))
    expect(fail.says).toContain('its answer allows "*"')
    const at = { part: 'response-header', name: 'access-control-allow-origin' }
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at })
  })

  test('cannot tell when the negative test was not made, or got no answer', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(kindOf(rule, probed(lost))).toBe('cannot-tell')
  })
})
