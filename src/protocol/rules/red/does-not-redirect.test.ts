import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { doesNotRedirect as rule } from './does-not-redirect.ts'

const redirected = (location: string) => ({
  status: 307,
  text: '',
  header: { location, 'www-authenticate': null },
})

describe('RED-01 does-not-redirect', () => {
  test('passes when nothing is redirected', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a redirect and compares both addresses', () => {
    const fail = checkFail(rule, {
      until: 'challenge',
      failed: 'redirected',
      exchanges: { challenge: redirected('/mcp/') },
    })
    expect(fail.says).toContain('identifiers no longer match')
    expect(fail.compare?.[1].value).toBe('/mcp/')
    expect(fail.evidence).toEqual([
      { exchange: 'challenge', at: { part: 'response-header', name: 'location' } },
    ])
  })

  test('warns of a lost token on another origin, at the owner of the address', () => {
    const fail = checkFail(rule, { exchanges: { token: redirected('https://other.example/t') } })
    expect(fail.says).toContain('drop the token')
    expect(fail.culprit).toBe('issuer')
  })

  test('fails on a redirect that the browser hides', () => {
    const challenge = { via: 'direct', outcome: { kind: 'redirect-hidden', endedAt: 1 } } as const
    const fail = checkFail(rule, {
      until: 'challenge',
      failed: 'unreachable',
      exchanges: { challenge },
    })
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'outcome' } }])
  })

  test('cannot tell without any answer', () => {
    const challenge = { outcome: { kind: 'unreadable', endedAt: 1, message: '' } } as const
    expect(
      kindOf(rule, { until: 'challenge', failed: 'unreachable', exchanges: { challenge } }),
    ).toBe('cannot-tell')
  })
})
