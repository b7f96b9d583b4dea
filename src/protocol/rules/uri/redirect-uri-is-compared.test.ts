import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { ExchangeChange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { redirectUriIsCompared as rule } from './redirect-uri-is-compared.ts'

const probed = (change: ExchangeChange) => ({
  until: 'probes' as const,
  more: [
    {
      ...change,
      id: 'probe',
      step: 'probes',
      diagnostic: 'probe',
      purpose: PROBES['other-redirect-uri'],
    } as const,
  ],
})
const right: readonly ExchangeChange[] = [
  { url: 'https://i.example/a?redirect_uri=https%3A%2F%2Fx.example%2Fb', status: 400 },
]
const wrong: readonly ExchangeChange[] = [
  {
    url: 'https://i.example/a?redirect_uri=https%3A%2F%2Fx.example%2Fb',
    status: 302,
    headers: [['location', 'https://x.example/b?error=x']],
  },
]

describe('URI-03 redirect-uri-is-compared', () => {
  test.each(right)('passes on %j', (change) => {
    expect(kindOf(rule, probed(change))).toBe('pass')
  })

  test.each(wrong)('fails on %j', (change) => {
    const fail = checkFail(rule, probed(change))
    expect(fail.says).toContain(String(change.status))
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
  })

  test.each([
    { status: 302, headers: [['location', '/login']] },
    { status: 200, text: '<form>' },
  ] as const)('cannot tell on %j, which may ask to sign in', (change) => {
    const url = 'https://i.example/a?redirect_uri=https%3A%2F%2Fx.example%2Fb'
    expect(kindOf(rule, probed({ url, ...change }))).toBe('cannot-tell')
  })

  test('cannot tell when the negative test was not made, or got no answer', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    const lost = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(kindOf(rule, probed(lost))).toBe('cannot-tell')
  })
})
