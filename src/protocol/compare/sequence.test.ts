import { expect, test } from 'vitest'
import { align } from './sequence.ts'

function laid(before: string, after: string): string {
  return align(Array.from(before), Array.from(after), (one, other) => one === other)
    .map((each) => (each.in === 'both' ? each.after : each.in === 'before' ? '-' : '+'))
    .join('')
}

test('equal lists stand side by side', () => {
  expect(laid('abc', 'abc')).toBe('abc')
})

test('what came and what went stands alone', () => {
  expect(laid('abcd', 'acxd')).toBe('a-c+d')
  expect(laid('', 'ab')).toBe('++')
  expect(laid('ab', '')).toBe('--')
})

test('as many as can be stand beside their like', () => {
  expect(laid('xabc', 'abcx')).toBe('-abc+')
  expect(laid('aab', 'ab')).toHaveLength(3)
})
