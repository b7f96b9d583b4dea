import { describe, expect, test } from 'vitest'
import { isBreach, toTable } from './measurement.ts'

describe('a row', () => {
  test('breaks its budget only above it', () => {
    expect(isBreach({ what: 'x', value: 15, unit: 'kB', budget: 15 })).toBe(false)
    expect(isBreach({ what: 'x', value: 15.1, unit: 'kB', budget: 15 })).toBe(true)
    expect(isBreach({ what: 'x', value: 1e9, unit: 'kB' })).toBe(false)
  })

  test('says what was measured and what was allowed', () => {
    const table = toTable([
      { what: 'styles', value: 16, unit: 'kB', budget: 15 },
      { what: 'time', value: 3.14, unit: 'ms' },
    ])
    expect(table).toBe('  styles       16.0 kB  ✗ over 15 kB\n  time          3.1 ms')
  })
})
