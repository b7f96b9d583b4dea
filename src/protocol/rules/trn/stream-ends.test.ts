import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { streamEnds as rule } from './stream-ends.ts'

const stream = (...messages: readonly string[]) => ({
  text: messages.map((message) => `data: ${message}\n\n`).join(''),
  header: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
})
const answer = '{"jsonrpc":"2.0","id":"3","result":{"resultType":"complete","tools":[]}}'

describe('TRN-07 stream-ends', () => {
  test('passes when the stream ended', () => {
    expect(kindOf(rule, { exchanges: { tools: stream(answer) } })).toBe('pass')
  })

  test('fails when it was still open after its answer', () => {
    const fail = checkFail(rule, { exchanges: { tools: { ...stream(answer), cut: 'timeout' } } })
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body' } }])
  })

  test('cannot tell when it was left, and does not apply to JSON', () => {
    expect(kindOf(rule, { exchanges: { tools: { ...stream(answer), cut: 'answered' } } })).toBe(
      'cannot-tell',
    )
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
