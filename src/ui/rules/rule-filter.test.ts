import { describe, expect, test } from 'vitest'
import { TOLD_RULES } from '../../protocol/reasons.ts'
import { RULE_FAMILIES, familyOf } from './families.ts'
import { NO_FILTER, groupRules, readFilter, toRevisionWords, writeFilter } from './rule-filter.ts'

function codesOf(filter: Partial<typeof NO_FILTER>): readonly string[] {
  const groups = groupRules(TOLD_RULES, { ...NO_FILTER, ...filter })
  return groups.flatMap(({ rules }) => rules.map(({ code }) => code))
}

describe('the list of rules', () => {
  test('has each rule once, under a family with a name', () => {
    expect(codesOf({}).toSorted()).toEqual(TOLD_RULES.map(({ code }) => code).toSorted())
    const used = new Set(TOLD_RULES.map(({ code }) => familyOf(code)))
    expect(RULE_FAMILIES.map(({ id }) => id).toSorted()).toEqual([...used].toSorted())
  })

  test('is searched by code, by title and by reason, all words at once', () => {
    expect(codesOf({ words: 'chl-01' })).toEqual(['CHL-01'])
    expect(codesOf({ words: 'ISSUER very looked' })).toContain('ASM-03')
    expect(codesOf({ words: 'burglar' })).toEqual([])
  })

  test('is narrowed down by family, side, level and revision', () => {
    expect(codesOf({ family: 'NET', culprit: 'browser' })).toEqual(['NET-02', 'NET-05', 'NET-06'])
    expect(codesOf({ family: 'CHL', level: 'should' })).toEqual([
      'CHL-08',
      'CHL-09',
      'CHL-10',
      'CHL-14',
    ])
    expect(codesOf({ family: 'CHL', revision: '2025-03-26' })).toEqual(['CHL-01'])
  })

  test('keeps its filter in the address', () => {
    const filter = { ...NO_FILTER, words: 'a & b', level: 'must' }
    expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter)
    expect(writeFilter(NO_FILTER)).toBe('?rules')
  })
})

test.each([
  [['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'], 'all'],
  [['2025-11-25', '2026-07-28'], '2025-11-25 and later'],
  [['2026-07-28'], '2026-07-28 only'],
  [['2025-03-26', '2025-06-18'], 'up to 2025-06-18'],
  [['2025-06-18', '2025-11-25'], '2025-06-18 to 2025-11-25'],
])('revisions %j are told as "%s"', (revisions, words) => {
  expect(toRevisionWords(revisions)).toBe(words)
})
