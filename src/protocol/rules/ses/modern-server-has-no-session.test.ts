import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { modernServerHasNoSession as rule } from './modern-server-has-no-session.ts'

describe('SES-06 modern-server-has-no-session', () => {
  test('passes without an id', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when a stateless answer has one', () => {
    const header = { 'mcp-session-id': 's-1' }
    const fail = checkFail(rule, { exchanges: { tools: { header } } })
    expect(fail.evidence[0]).toEqual({
      exchange: 'tools',
      at: { part: 'response-header', name: 'mcp-session-id' },
    })
  })

  test('cannot tell when a page may not see it', () => {
    const headersComplete = false
    expect(
      kindOf(rule, { exchanges: { session: { headersComplete }, tools: { headersComplete } } }),
    ).toBe('cannot-tell')
  })

  test('does not apply to sessions by initialize', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
