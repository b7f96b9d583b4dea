import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { anyOriginMayRead as rule } from './any-origin-may-read.ts'
import { unreadable, blocked, again, preflight, withOrigin, allowing } from './build-triage.ts'

describe('CORS-10 any-origin-may-read', () => {
  test('passes when the page itself got its answers', () => {
    expect(kindOf(rule, { exchanges: { challenge: { via: 'direct' } } })).toBe('pass')
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })

  test('is not about a host that nobody reaches', () => {
    const lost: MoreExchange = { ...again, outcome: { ...unreadable, reason: 'name-not-found' } }
    expect(kindOf(rule, blocked(lost))).toBe('cannot-tell')
  })

  test.each(['https://other.example', '*, *'])('fails when the answer allows %s', (value) => {
    const header = { 'access-control-allow-origin': value }
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header: allowing }), withOrigin({ header })),
    )
    expect(fail.compare?.map((each) => each.value)).toEqual(['https://debugger.example', value])
    expect(fail.evidence[1]).toEqual({
      exchange: 'with-origin',
      at: { part: 'response-header', name: 'access-control-allow-origin' },
    })
  })
})
