import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { sessionIdIsVisibleAscii as rule } from './session-id-is-visible-ascii.ts'

const withId = (id: string | null, headersComplete = true) => ({
  era: 'legacy' as const,
  exchanges: { session: { header: { 'mcp-session-id': id }, headersComplete } },
})

describe('SES-01 session-id-is-visible-ascii', () => {
  test('passes on visible characters', () => {
    expect(kindOf(rule, withId('a-1~!'))).toBe('pass')
  })

  test.each(['a b', 'é', ''])('fails on %j', (id) => {
    const fail = checkFail(rule, withId(id))
    expect(fail.evidence).toEqual([
      { exchange: 'session', at: { part: 'response-header', name: 'mcp-session-id' } },
    ])
  })

  test('does not apply without an id and cannot tell when a page may not see it', () => {
    expect(kindOf(rule, withId(null))).toBe('not-applicable')
    expect(kindOf(rule, withId(null, false))).toBe('cannot-tell')
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
