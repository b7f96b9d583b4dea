import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { answersCanBeRead as rule } from './answers-can-be-read.ts'
import {
  unreadable,
  allow,
  blocked,
  again,
  triage,
  preflight,
  withOrigin,
  allowing,
} from './build-triage.ts'

describe('CORS-01 answers-can-be-read', () => {
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

  test('fails when the answer lacks the header, and names the status', () => {
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header: allowing }), withOrigin({})),
    )
    expect(fail.says).toContain('401 Unauthorized came from https://mcp.example/mcp without it')
    expect(fail.says).toContain('native clients are not concerned')
    expect(fail.evidence).toEqual([
      { exchange: 'challenge', at: { part: 'outcome' } },
      {
        exchange: 'with-origin',
        at: { part: 'response-header', name: 'access-control-allow-origin' },
      },
    ])
    expect(fail.paste?.text).toContain('Access-Control-Allow-Origin: *')
  })

  test('fails when the preflight lacks it', () => {
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204 }), withOrigin({ header: allow })),
    )
    expect(fail.evidence[1]?.exchange).toBe('preflight')
  })

  test('fails without a relay when the host answers and nothing can be read', () => {
    const fail = checkFail(
      rule,
      blocked(
        triage('no-cors', { via: 'direct', outcome: { kind: 'opaque', endedAt: 2 } }),
        triage('simple', { via: 'direct', outcome: unreadable }),
      ),
    )
    expect(fail.says).toContain('the header is missing or names another origin')
    expect(fail.evidence[1]).toEqual({ exchange: 'no-cors', at: { part: 'outcome' } })
  })

  test('leaves another allowed origin to CORS-10', () => {
    const header = { 'access-control-allow-origin': 'https://other.example' }
    expect(kindOf(rule, blocked(again, withOrigin({ header })))).toBe('cannot-tell')
  })
})
