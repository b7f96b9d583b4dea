import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { sessionIdCanBeSeen as rule } from './session-id-can-be-seen.ts'

const page = { via: 'direct', headersComplete: false } as const
const refused = { status: 400, text: 'No session' } as const

describe('CORS-03 session-id-can-be-seen', () => {
  test('passes when the page saw the id', () => {
    const session = { ...page, header: { 'mcp-session-id': 's-1' } }
    expect(kindOf(rule, { era: 'legacy', exchanges: { session } })).toBe('pass')
  })

  test('fails when a request without an id is refused', () => {
    const fail = checkFail(rule, { era: 'legacy', exchanges: { session: page, tools: refused } })
    expect(fail.says).toContain('tools/list without one was answered with 400')
    expect(fail.evidence).toEqual([
      { exchange: 'session', at: { part: 'response-header', name: 'mcp-session-id' } },
      { exchange: 'tools', at: { part: 'status' } },
    ])
  })

  test('cannot tell when the server does not miss an id', () => {
    expect(kindOf(rule, { era: 'legacy', exchanges: { session: page } })).toBe('cannot-tell')
  })

  test('cannot tell when the answer came through the relay', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('cannot-tell')
  })

  test('does not apply to a stateless server, or to one that gives no id', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    const session = { via: 'direct', headersComplete: true } as const
    expect(kindOf(rule, { era: 'legacy', exchanges: { session } })).toBe('not-applicable')
  })
})
