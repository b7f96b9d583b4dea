import { expect, test } from 'vitest'
import { toLineText } from '../parts/json-lines.ts'
import { toBodyLines } from './body-lines.ts'

const read = (text: string, type?: string) => {
  const { kind, lines } = toBodyLines({ text, bytes: text.length }, type)
  return { kind, text: lines.map(toLineText) }
}

test('lays JSON out whatever the type says', () => {
  expect(read('{"a":1}', 'text/html')).toEqual({ kind: 'json', text: ['{', '"a": 1', '}'] })
})

test('shows cut-off JSON as it came', () => {
  expect(read('{"a":', 'application/json')).toEqual({ kind: 'text', text: ['{"a":'] })
})

test('keeps the lines of other text', () => {
  expect(read('<html>\r\n</html>', 'text/html').text).toEqual(['<html>', '</html>'])
})

test('shows each event of a stream with its JSON', () => {
  const stream = 'event: message\nid: 1\ndata: {"a":\ndata: 1}\n\n: keep-alive\n\ndata: done\n\n'
  expect(read(stream, 'text/event-stream')).toEqual({
    kind: 'events',
    text: [
      'Event 1 (event: message, id: 1)',
      '{',
      '"a": 1',
      '}',
      'Event 2 (: keep-alive)',
      'Event 3',
      'done',
    ],
  })
})
