import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { answersJsonOrStream as rule } from './answers-json-or-stream.ts'

describe('TRN-02 answers-json-or-stream', () => {
  test('passes on JSON and on an event stream', () => {
    expect(kindOf(rule)).toBe('pass')
    const header = { 'content-type': 'text/event-stream; charset=utf-8' }
    expect(kindOf(rule, { exchanges: { tools: { header } } })).toBe('pass')
  })

  test.each(['text/plain', null])('fails on %j', (type) => {
    const fail = checkFail(rule, { exchanges: { tools: { header: { 'content-type': type } } } })
    expect(fail.evidence).toEqual([
      { exchange: 'tools', at: { part: 'response-header', name: 'content-type' } },
    ])
  })

  test.each(['', '{"jsonrpc":"2.0","id'])('fails on the body %j', (text) => {
    const tools = { text, header: { 'content-type': 'application/json' } }
    const fail = checkFail(rule, { exchanges: { tools } })
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body' } }])
  })

  test('leaves an answer that was cut to NET-04', () => {
    const tools = {
      text: '{',
      cut: 'size',
      header: { 'content-type': 'application/json' },
    } as const
    expect(kindOf(rule, { exchanges: { tools } })).toBe('pass')
  })

  test('leaves an address that is no MCP endpoint to CHL-01', () => {
    const challenge = { status: 200, text: '<html>', header: { 'content-type': 'text/html' } }
    expect(
      kindOf(rule, { until: 'challenge', failed: 'unexpected-status', exchanges: { challenge } }),
    ).toBe('cannot-tell')
  })
})
