import { describe, expect, test } from 'vitest'
import { toAge, toBytes, toDuration } from './duration.ts'

describe('toDuration', () => {
  test.each([
    [0, '<1 ms'],
    [0.4, '<1 ms'],
    [84.4, '84 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [1249, '1.2 s'],
    [12_400, '12 s'],
    [59_600, '1 min'],
    [184_000, '3 min 4 s'],
    [3_600_000, '1 h'],
    [90_000_000, '1 d 1 h'],
  ])('writes %d ms as %s', (milliseconds, words) => {
    expect(toDuration(milliseconds)).toBe(words)
  })
})

describe('toBytes', () => {
  test.each([
    [0, '0 B'],
    [999, '999 B'],
    [1400, '1.4 kB'],
    [999_960, '1.0 MB'],
    [2_000_000, '2.0 MB'],
  ])('writes %d as %s', (bytes, words) => {
    expect(toBytes(bytes)).toBe(words)
  })
})

describe('toAge', () => {
  test.each([
    [10, 'just now'],
    [60, '1 min ago'],
    [3600, '1 h ago'],
    [7200, '2 h ago'],
  ])('calls %d seconds ago "%s"', (seconds, words) => {
    expect(toAge(0, seconds * 1000)).toBe(words)
  })

  test('names the day for what is older', () => {
    expect(toAge(Date.UTC(2026, 0, 5, 12), Date.UTC(2026, 0, 9))).toContain('2026')
  })
})
