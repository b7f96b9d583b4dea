import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { streamIsNotBuffered as rule } from './stream-is-not-buffered.ts'

const stream = (...messages: readonly string[]) => ({
  text: messages.map((message) => `data: ${message}\n\n`).join(''),
  header: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
})
const answer = '{"jsonrpc":"2.0","id":"3","result":{"resultType":"complete","tools":[]}}'
const buffered = { ...stream(answer), header: { 'content-type': 'text/event-stream' } }

describe('TRN-09 stream-is-not-buffered', () => {
  test('passes with the header', () => {
    expect(kindOf(rule, { exchanges: { tools: stream(answer) } })).toBe('pass')
  })

  test('fails without it', () => {
    const fail = checkFail(rule, { exchanges: { tools: buffered } })
    expect(fail.evidence).toEqual([
      { exchange: 'tools', at: { part: 'response-header', name: 'x-accel-buffering' } },
    ])
  })

  test('cannot tell when a page may not see it, and does not apply to JSON', () => {
    expect(kindOf(rule, { exchanges: { tools: { ...buffered, headersComplete: false } } })).toBe(
      'cannot-tell',
    )
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
