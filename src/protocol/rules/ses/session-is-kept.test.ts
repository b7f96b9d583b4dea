import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { sessionIsKept as rule } from './session-is-kept.ts'

const lost = (sent: { readonly [name: string]: string }) =>
  ({
    era: 'legacy',
    more: [
      {
        id: 'lost',
        step: 'tools',
        method: 'POST',
        url: 'https://mcp.example/mcp',
        sent,
        sentBody: '{"jsonrpc":"2.0","id":9,"method":"tools/list"}',
        status: 404,
      },
    ],
  }) as const

describe('SES-21 session-is-kept', () => {
  test('passes when the session was found again', () => {
    const facts = { session: { sessionId: 's1' } }
    expect(kindOf(rule, { era: 'legacy', facts })).toBe('pass')
  })

  test('fails when the id that was just given gets 404', () => {
    const fail = checkFail(rule, lost({ 'Mcp-Session-Id': 's1' }))
    expect(fail.says).toContain('tools/list was answered with 404')
    expect(fail.evidence).toEqual([
      { exchange: 'lost', at: { part: 'status' } },
      { exchange: 'lost', at: { part: 'request-header', name: 'mcp-session-id' } },
    ])
  })

  test('does not apply where there is no session', () => {
    expect(kindOf(rule, lost({}))).toBe('not-applicable')
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
