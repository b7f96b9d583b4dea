import { expect, test } from 'vitest'
import { moveSpot } from './spot.ts'

const SIZE = { rows: 30, columns: 5 }

test.each([
  ['ArrowLeft', { row: 3, column: 1 }],
  ['ArrowRight', { row: 3, column: 3 }],
  ['ArrowUp', { row: 2, column: 2 }],
  ['ArrowDown', { row: 4, column: 2 }],
  ['Home', { row: 3, column: 0 }],
  ['End', { row: 3, column: 4 }],
  ['PageUp', { row: 0, column: 2 }],
  ['PageDown', { row: 13, column: 2 }],
])('%s leads from the fourth row and the third column to %j', (key, spot) => {
  expect(moveSpot(key, { row: 3, column: 2 }, SIZE)).toEqual(spot)
})

test('no key leads out of the grid, and others lead nowhere', () => {
  expect(moveSpot('ArrowRight', { row: 0, column: 4 }, SIZE)).toEqual({ row: 0, column: 4 })
  expect(moveSpot('ArrowUp', { row: 0, column: 4 }, SIZE)).toEqual({ row: 0, column: 4 })
  expect(moveSpot('Enter', { row: 0, column: 0 }, SIZE)).toBeUndefined()
})
