import { describe, expect, test } from 'vitest'
import { RULES } from './index.ts'
import { WHY } from './why.ts'

describe('the reasons', () => {
  test('are there for each rule, and for nothing else', () => {
    expect(Object.keys(WHY).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted())
  })

  test.each(RULES)('$id has one or two sentences that are not its title', ({ id, title }) => {
    const why = WHY[id] ?? ''
    const ends = why.match(/\.(?:\s|$)/g) ?? []
    expect(why).toMatch(/^\S.+[^.]\.$/)
    expect(ends.length).toBeLessThanOrEqual(2)
    expect(why.length).toBeLessThan(300)
    expect(why).not.toContain(title)
  })
})
