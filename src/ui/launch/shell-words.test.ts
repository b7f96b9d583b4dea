import { expect, test } from 'vitest'
import { toShellWords } from './shell-words.ts'

test.each([
  ['a  b', ['a', 'b']],
  [`a 'b c' d`, ['a', 'b c', 'd']],
  [`a "b \\"c\\" \\d"`, ['a', 'b "c" \\d']],
  [`a\\ b`, ['a b']],
  ['a \\\n  b', ['a', 'b']],
  [`-H'X: y'`, ['-HX: y']],
  [`$'it''s'`, ['its']],
  [`"not closed`, ['not closed']],
  ['', []],
])('splits %j into %j', (line, words) => {
  expect(toShellWords(line)).toEqual(words)
})
