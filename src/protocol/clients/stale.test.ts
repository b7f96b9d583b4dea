import { expect, test } from 'vitest'
import { isStale } from './stale.ts'

test.each([
  ['2026-05', '2026-11-30T23:59:59Z', false],
  ['2026-05', '2026-12-01T00:00:00Z', true],
  ['2026-11', '2026-11-26T00:00:00Z', false],
  ['2025-09', '2026-11-26T00:00:00Z', true],
  ['2026-08', '2027-02-28T12:00:00Z', false],
  ['2026-08', '2027-03-01T00:00:00Z', true],
])('evidence of %s at %s is stale: %s', (seenIn, at, expected) => {
  expect(isStale(seenIn, Date.parse(at))).toBe(expected)
})
