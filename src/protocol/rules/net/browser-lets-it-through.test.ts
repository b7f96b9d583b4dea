import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { browserLetsItThrough as rule } from './browser-lets-it-through.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
const allow = { 'access-control-allow-origin': '*' }
/** The first contact as a page makes it, unreadable; and what followed. */
const blocked = (...more: readonly MoreExchange[]) =>
  ({ exchanges: { challenge: { via: 'direct', outcome: unreadable } }, more }) as const
const again: MoreExchange = {
  id: 'again',
  step: 'challenge',
  after: 'challenge',
  method: 'POST',
  status: 401,
}
const triage = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  step: 'challenge',
  after: 'challenge',
  diagnostic: 'triage',
  sent: origin,
  ...change,
  id,
})
const preflight = (change: Partial<MoreExchange>) =>
  triage('preflight', { method: 'OPTIONS', ...change })
const withOrigin = (change: Partial<MoreExchange>) =>
  triage('with-origin', { method: 'POST', status: 401, ...change })
const allowing = {
  ...allow,
  'access-control-allow-headers': 'content-type, mcp-protocol-version, mcp-method',
}

describe('NET-06 browser-lets-it-through', () => {
  test('passes when the page got its answer, or it is known why not', () => {
    expect(kindOf(rule, { exchanges: { challenge: { via: 'direct' } } })).toBe('pass')
    expect(kindOf(rule, blocked(again, withOrigin({})))).toBe('pass')
  })

  test('fails when the answer would allow this page to read, and the browser gave none', () => {
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header: allowing }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain('local network')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'with-origin'])
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
