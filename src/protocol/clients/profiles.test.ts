import { describe, expect, test } from 'vitest'
import { REVISION_POLICIES } from '../run/policy.ts'
import { CLIENTS } from './index.ts'
import { FIELD_WORDS, PROFILES, remarksOf } from './profiles.ts'

const FIELDS = Object.keys(REVISION_POLICIES['2026-07-28']).toSorted()
const OTHERS = PROFILES.filter(({ id }) => id !== 'spec')

test('the list for people and the profiles are the same clients in the same order', () => {
  expect(PROFILES.map(({ id, name }) => ({ id, name }))).toEqual(CLIENTS)
  expect(new Set(CLIENTS.map(({ id }) => id)).size).toBe(CLIENTS.length)
})

test('there are words for every field', () => {
  expect(Object.keys(FIELD_WORDS).toSorted()).toEqual(FIELDS)
})

describe.each(OTHERS.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  test('tells of every field what is known, or that nothing is', () => {
    expect(Object.keys(profile.differs).toSorted()).toEqual(FIELDS)
  })

  test('has sources, and a month of its newest evidence', () => {
    expect(profile.sources.length).toBeGreaterThan(0)
    expect(profile.seenIn).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/)
  })

  test('names each of its lookups once', () => {
    const ids = profile.differs.discovery?.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says first what it rests on', () => {
    expect(remarksOf(profile)[0]?.why).toContain(profile.asOf)
  })
})
