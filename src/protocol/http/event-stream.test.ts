import { expect, test } from 'vitest'
import { readEventStream } from './event-stream.ts'

test('gives events and comments in their order', () => {
  const text = ': hi\nevent: endpoint\ndata: /messages\n\nid: 1\ndata:\n\ndata: a\ndata: b\n\n'
  expect(readEventStream(text)).toEqual({
    events: [{ type: 'endpoint', data: '/messages' }, { data: '' }, { data: 'a\nb' }],
    comments: ['hi'],
  })
})

test('reads a last event without its blank line', () => {
  expect(readEventStream('data: a').events).toEqual([{ data: 'a' }])
})

test('finds nothing in what is no event stream', () => {
  expect(readEventStream('{"jsonrpc":"2.0"}')).toEqual({ events: [], comments: [] })
})
