import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { sessionMayBeEnded as rule } from './session-may-be-ended.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
const allow = { 'access-control-allow-origin': '*' }
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

const end = (...more: readonly MoreExchange[]) => ({
  more: [
    { id: 'end', step: 'tools', via: 'direct', method: 'DELETE', outcome: unreadable } as const,
    ...more.map((each) => ({ ...each, step: 'tools' as const, after: 'end' })),
  ],
})

describe('CORS-07 session-may-be-ended', () => {
  test('passes when DELETE was answered', () => {
    const more = [
      { id: 'end', step: 'tools', via: 'direct', method: 'DELETE', status: 200 } as const,
    ]
    expect(kindOf(rule, { more })).toBe('pass')
  })

  test('fails when the preflight does not allow it', () => {
    const header = { ...allowing, 'access-control-allow-methods': 'GET, POST' }
    const fail = checkFail(rule, end(preflight({ status: 204, header })))
    expect(fail.says).toContain('DELETE')
    expect(fail.evidence[1]).toEqual({
      exchange: 'preflight',
      at: { part: 'response-header', name: 'access-control-allow-methods' },
    })
  })

  test('cannot tell why DELETE was not answered', () => {
    expect(kindOf(rule, end(again, withOrigin({ header: allow })))).toBe('cannot-tell')
  })

  test('does not apply when the page ended no session', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
