import { assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { toRowWindow, toScrollTop } from './window-of-rows.ts'

test('holds every row in sight, and few beside them', () => {
  assert(
    property(
      integer({ min: 0, max: 100_000 }),
      integer({ min: 0, max: 3_000_000 }),
      integer({ min: 0, max: 2000 }),
      (count, scrollTop, height) => {
        const { first, end } = toRowWindow({ count, rowHeight: 28, scrollTop, height })
        const top = Math.floor(scrollTop / 28)
        const bottom = Math.min(count, Math.ceil((scrollTop + height) / 28))
        expect(first).toBeLessThanOrEqual(Math.max(0, Math.min(top, count - 1)))
        expect(end).toBeGreaterThanOrEqual(bottom)
        expect(end - first).toBeLessThan(Math.ceil(height / 28) + 40)
      },
    ),
  )
})

test('does not change while scrolling within a few rows', () => {
  const at = (scrollTop: number) =>
    toRowWindow({ count: 1000, rowHeight: 28, scrollTop, height: 560 })
  expect(at(28 * 17)).toEqual(at(28 * 22))
})

test.each([
  [0, 280, 0],
  [30, 280, 308],
  [15, 280, undefined],
])('brings row %d in sight from %d', (row, scrollTop, wanted) => {
  expect(toScrollTop({ row, rowHeight: 28, scrollTop, height: 560 })).toBe(wanted)
})
