import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { tokenMayBeSent as rule } from './token-may-be-sent.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const origin = { Origin: 'https://debugger.example' }
const allow = { 'access-control-allow-origin': '*' }
/** The first contact as a page makes it, unreadable; and what followed. */
const blocked = (...more: readonly MoreExchange[]) =>
  ({ exchanges: { session: { via: 'direct', outcome: unreadable } }, more }) as const
const again: MoreExchange = {
  id: 'again',
  step: 'session',
  after: 'session',
  method: 'POST',
  status: 401,
}
const triage = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  step: 'session',
  after: 'session',
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

describe('CORS-04 token-may-be-sent', () => {
  test('passes when the page itself sent a token and got an answer', () => {
    expect(kindOf(rule, { exchanges: { session: { via: 'direct' } } })).toBe('pass')
  })

  test('fails when only * allows headers, which does not cover Authorization', () => {
    const header = { ...allow, 'access-control-allow-headers': '*' }
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain('"*"')
    expect(fail.evidence[1]?.exchange).toBe('preflight')
  })

  test('is found without a relay by what a readable request had not', () => {
    const fail = checkFail(rule, {
      exchanges: { challenge: { via: 'direct' }, session: { via: 'direct', outcome: unreadable } },
      more: [triage('simple', { via: 'direct', status: 405 })],
    })
    expect(fail.says).toContain('answered a request without them')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['session', 'challenge'])
  })

  test('fails by a preflight that the relay has seen, although this browser let the token pass', () => {
    const seen = { method: 'OPTIONS', status: 204, via: 'relay' } as const
    const star = { ...allow, 'access-control-allow-headers': '*' }
    const fail = checkFail(rule, {
      until: 'probes',
      exchanges: { session: { via: 'direct' } },
      more: [{ ...seen, id: 'seen', step: 'probes', diagnostic: 'probe', header: star }],
    })
    expect(fail.says).toContain('allows "*"')
    expect(fail.evidence).toEqual([
      {
        exchange: 'seen',
        at: { part: 'response-header', name: 'access-control-allow-headers' },
      },
    ])
  })

  test.each([
    ['names Authorization beside the star', { 'access-control-allow-headers': '*, Authorization' }],
    ['has no star', { 'access-control-allow-headers': 'Content-Type' }],
    ['is closed to this page', { 'access-control-allow-origin': 'https://app.example' }],
  ])('says nothing of a star when the preflight %s', (_, header) => {
    const star = { ...allow, 'access-control-allow-headers': '*', ...header }
    const seen = { method: 'OPTIONS', status: 204, via: 'relay', header: star } as const
    const more = [{ ...seen, id: 'seen', step: 'probes', diagnostic: 'probe' }] as const
    const exchanges = { session: { via: 'direct' } } as const
    expect(kindOf(rule, { until: 'probes', exchanges, more })).toBe('pass')
  })

  test('cannot tell when another header is in the way', () => {
    const header = { ...allowing, 'access-control-allow-headers': 'authorization' }
    expect(kindOf(rule, blocked(again, preflight({ status: 204, header })))).toBe('cannot-tell')
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
