import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../../protocol/index.ts'
import { findLine, toJsonLines, toLineText } from './json-lines.ts'

function parse(text: string) {
  const reading = parseJson(text)
  if (reading.kind !== 'value') throw new Error(reading.message)
  return reading.value
}

const written = (text: string) =>
  toJsonLines(parse(text))
    .map((line) => '  '.repeat(line.depth) + toLineText(line))
    .join('\n')

test('writes what JSON.stringify writes', () => {
  assert(
    property(jsonValue({ maxDepth: 4 }), (value) => {
      expect(written(JSON.stringify(value))).toBe(
        JSON.stringify(JSON.parse(JSON.stringify(value)), null, 2),
      )
    }),
  )
})

test('names the place of each value as a JSON Pointer', () => {
  const lines = toJsonLines(parse('{"a":[{"b/c":1,"~":2}]}'))
  expect(lines.map(({ pointer }) => pointer)).toEqual([
    '',
    '/a',
    '/a/0',
    '/a/0/b~1c',
    '/a/0/~0',
    null,
    null,
    null,
  ])
})

test.each([
  ['/a/0', 2],
  ['', 0],
  ['/missing', 0],
  ['/a/0/b/c/d', 3],
  ['/a/7', 1],
])('finds the line of %j, or of its nearest ancestor', (pointer, line) => {
  expect(findLine(toJsonLines(parse('{"a":[{"b":1}]}')), pointer)).toBe(line)
})

test('cuts a very long string and says how much is left', () => {
  const [line] = toJsonLines('x'.repeat(5000))
  expect(line?.text).toContain('… 1000 more characters')
})
