import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { type Stretch, findDifference } from './difference.ts'

const whole = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('')
const marked = (stretches: readonly Stretch[]) =>
  stretches.filter(({ same }) => !same).map(({ text }) => text)

test('marks one slash at the end', () => {
  const { left, right } = findDifference('https://auth.example', 'https://auth.example/')
  expect(marked(left)).toEqual([])
  expect(marked(right)).toEqual(['/'])
})

test('marks a changed host and leaves the path alone', () => {
  const { left, right } = findDifference('https://a.example/mcp', 'https://b.example/mcp')
  expect(marked(left)).toEqual(['a'])
  expect(marked(right)).toEqual(['b'])
})

test('marks two places apart', () => {
  const { right } = findDifference('https://auth.example/mcp', 'http://auth.example/mcp/')
  expect(marked(right)).toEqual(['/'])
  expect(
    marked(findDifference('http://auth.example/mcp/', 'https://auth.example/mcp').right),
  ).toEqual(['s'])
})

test('does not split a word for single letters that happen to be shared', () => {
  const { left } = findDifference('x-alpha-y', 'x-beta-y')
  expect(marked(left)).toEqual(['alph'])
})

test('marks nothing in equal strings', () => {
  expect(findDifference('same', 'same').left).toEqual([{ text: 'same', same: true }])
})

test('loses no character, and what is shared is the same on both sides', () => {
  assert(
    property(string({ maxLength: 40 }), string({ maxLength: 40 }), (one, other) => {
      const { left, right } = findDifference(one, other)
      const shared = (stretches: readonly Stretch[]) => whole(stretches.filter(({ same }) => same))
      expect(whole(left)).toBe(one)
      expect(whole(right)).toBe(other)
      expect(shared(left)).toBe(shared(right))
    }),
  )
})
