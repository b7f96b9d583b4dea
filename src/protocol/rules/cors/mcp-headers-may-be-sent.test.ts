import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { unreadable, allow, blocked, again, preflight, withOrigin } from './build-triage.ts'
import { mcpHeadersMayBeSent as rule } from './mcp-headers-may-be-sent.ts'

describe('CORS-05 mcp-headers-may-be-sent', () => {
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

  test('fails on the headers that the preflight does not allow, and names just these', () => {
    const header = { ...allow, 'access-control-allow-headers': 'Content-Type, Authorization' }
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain('"mcp-method", "mcp-protocol-version"')
    expect(fail.evidence[1]).toEqual({
      exchange: 'preflight',
      at: { part: 'response-header', name: 'access-control-allow-headers' },
    })
  })

  test('takes * for them', () => {
    const header = { ...allow, 'access-control-allow-headers': '*' }
    expect(
      kindOf(
        rule,
        blocked(again, preflight({ status: 204, header }), withOrigin({ header: allow })),
      ),
    ).toBe('cannot-tell')
  })
})
