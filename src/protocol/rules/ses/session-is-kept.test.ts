import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { sessionIsKept as rule } from './session-is-kept.ts'

const lost = (sent: { readonly [name: string]: string }, answer: object = { status: 404 }) =>
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
        ...answer,
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

  test('fails when 400 says that there is no such session, or none that was initialized', () => {
    for (const text of ['No valid session ID provided', 'Bad Request: Server not initialized']) {
      const fail = checkFail(rule, lost({ 'Mcp-Session-Id': 's1' }, { status: 400, text }))
      expect(fail.says).toContain('tools/list was answered with 400')
    }
    const answer = { status: 400, text: 'Bad Request: Unsupported protocol version' }
    const facts = { session: { sessionId: 's1' } }
    expect(kindOf(rule, { ...lost({ 'Mcp-Session-Id': 's1' }, answer), facts })).toBe('pass')
  })

  test('does not apply where there is no session', () => {
    expect(kindOf(rule, lost({}))).toBe('not-applicable')
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
