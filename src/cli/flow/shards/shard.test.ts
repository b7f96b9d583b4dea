import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkShard, shareOf } from './shard.ts'

describe('a shard', () => {
  test('takes its part in order; all of them together are the whole, and no two differ by more than one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (all, n) => {
          const shares = Array.from({ length: n }, (_, at) => shareOf(all, `${at + 1}/${n}`))
          expect(shares.flat()).toEqual(all)
          const sizes = shares.map(({ length }) => length)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('without a wish is the whole', () => {
    expect(shareOf([1, 2], undefined)).toEqual([1, 2])
  })

  test.each(['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2'])('cannot be %s', (value) => {
    expect(checkShard(value)).toBe('it is a share such as 2/5, the second of five')
  })

  test.each(['1/1', '2/5', '10/10'])('can be %s', (value) => {
    expect(checkShard(value)).toBeUndefined()
  })
})
