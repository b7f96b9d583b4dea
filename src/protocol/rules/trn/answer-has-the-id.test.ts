import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { answerHasTheId as rule } from './answer-has-the-id.ts'

describe('TRN-06 answer-has-the-id', () => {
  test('passes on the same id', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('passes on an event stream with other messages before the answer', () => {
    const text =
      'id: 1\ndata:\n\ndata: {"jsonrpc":"2.0","method":"notifications/x"}\n\ndata: {"jsonrpc":"2.0","id":"3","result":{}}\n\n'
    const header = { 'content-type': 'text/event-stream' }
    expect(kindOf(rule, { exchanges: { tools: { text, header } } })).toBe('pass')
  })

  test.each([
    [{ id: 3 }, '/id'],
    [{ id: 'other' }, '/id'],
    [{ jsonrpc: '1.0' }, '/jsonrpc'],
    [{ jsonrpc: undefined }, '/jsonrpc'],
  ])('fails on %j', (members, pointer) => {
    const fail = checkFail(rule, withMembers('tools', members))
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body', pointer } }])
  })

  test('fails on a stream that ends without an answer', () => {
    const tools = { text: ': bye\n\n', header: { 'content-type': 'text/event-stream' } }
    expect(checkFail(rule, { exchanges: { tools } }).says).toContain('ended without an answer')
  })

  test('cannot tell before an answer', () => {
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })
})
