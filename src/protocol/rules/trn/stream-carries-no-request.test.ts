import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { streamCarriesNoRequest as rule } from './stream-carries-no-request.ts'

const stream = (...messages: readonly string[]) => ({
  text: messages.map((message) => `data: ${message}\n\n`).join(''),
  header: { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' },
})
const answer = '{"jsonrpc":"2.0","id":"3","result":{"resultType":"complete","tools":[]}}'

describe('TRN-08 stream-carries-no-request', () => {
  test('passes on notifications', () => {
    const note = '{"jsonrpc":"2.0","method":"notifications/progress"}'
    expect(kindOf(rule, { exchanges: { tools: stream(note, answer) } })).toBe('pass')
  })

  test('fails on a request', () => {
    const request = '{"jsonrpc":"2.0","id":1,"method":"sampling/createMessage"}'
    const fail = checkFail(rule, { exchanges: { tools: stream(request, answer) } })
    expect(fail.says).toContain('"sampling/createMessage"')
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'response-body' } }])
  })

  test('does not apply to JSON, nor to sessions', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, { era: 'legacy', exchanges: { tools: stream(answer) } })).toBe(
      'not-applicable',
    )
  })
})
