import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { answersToolsList as rule } from './answers-tools-list.ts'

const ended = { until: 'session', failed: 'bad-mcp-answer', failedAt: 'session' } as const

describe('TRN-21 answers-tools-list', () => {
  test('passes when the tools were listed', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a JSON-RPC error and shows it', () => {
    const json = { jsonrpc: '2.0', id: '2', error: { code: -32603, message: 'broken' } }
    const fail = checkFail(rule, { ...ended, exchanges: { session: { json } } })
    expect(fail.says).toContain('error -32603: "broken"')
    expect(fail.evidence).toEqual([{ exchange: 'session', at: { part: 'response-body' } }])
  })

  test('fails on an empty answer', () => {
    expect(
      checkFail(rule, { ...ended, exchanges: { session: { status: 500, text: '' } } }).says,
    ).toContain('an empty body')
  })

  test('leaves a wrong answer to the rules about answers', () => {
    const session = { text: '<h1>Welcome</h1>', header: { 'content-type': 'text/html' } }
    expect(kindOf(rule, { ...ended, exchanges: { session } })).toBe('not-applicable')
  })

  test('leaves a list that was declared to TLI-01', () => {
    const tools = { text: '' }
    expect(
      kindOf(rule, {
        until: 'tools',
        failed: 'bad-mcp-answer',
        failedAt: 'tools',
        exchanges: { tools },
      }),
    ).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })
})
