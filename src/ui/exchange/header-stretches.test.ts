import { expect, test } from 'vitest'
import { aFinding } from '../document-builders.ts'
import type { Mark } from '../findings/evidence.ts'
import { toHeaderStretches } from './header-stretches.ts'

const mark = (span?: readonly [number, number]): Mark => ({
  finding: aFinding(),
  at: { part: 'response-header', name: 'WWW-Authenticate', ...(span && { span }) },
})

const cut = (...spans: (readonly [number, number] | undefined)[]) =>
  toHeaderStretches('abcdef', spans.map(mark)).map(({ text, same }) => (same ? text : `[${text}]`))

test('leaves a value whole that nothing points into', () => {
  expect(cut()).toEqual(['abcdef'])
  expect(cut(undefined)).toEqual(['abcdef'])
})

test('cuts at every place, in order', () => {
  expect(cut([4, 5], [1, 2])).toEqual(['a', '[b]', 'cd', '[e]', 'f'])
})

test('joins places that overlap, and loses no character', () => {
  expect(cut([1, 4], [2, 3], [3, 6])).toEqual(['a', '[bcd]', '[ef]'])
})
