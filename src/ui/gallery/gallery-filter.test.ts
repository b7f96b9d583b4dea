import { expect, test } from 'vitest'
import type { GalleryEntry, GalleryGroup } from '../controls.ts'
import { countServers, readFilter, searchGallery, writeFilter } from './gallery-filter.ts'

function anEntry(change: Partial<GalleryEntry>): GalleryEntry {
  const base = {
    name: 'a',
    title: 'A',
    address: '?',
    hint: null,
    about: null,
    rules: [],
    ends: null,
  }
  return { ...base, ...change }
}

const GROUPS: readonly GalleryGroup[] = [
  {
    title: 'The challenge',
    about: null,
    entries: [
      anEntry({ name: 'no-challenge', title: 'The 401 has no header', rules: ['CHL-04'] }),
      anEntry({ name: 'no-token-403', title: 'A 403', rules: ['CHL-01'] }),
    ],
  },
  { title: 'Tools', about: null, entries: [anEntry({ name: 'many', about: 'Sixty tools' })] },
]

test('a group is chosen, and words search in it', () => {
  expect(countServers(searchGallery(GROUPS, { words: '', group: 'Tools' }))).toBe(1)
  expect(searchGallery(GROUPS, { words: '403', group: 'Tools' })).toEqual([])
})

test('the filter is kept in the address', () => {
  const filter = { words: 'a & b', group: 'Tools' }
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter)
  expect(writeFilter({ words: '', group: '' })).toBe('?gallery')
})

test.each([
  ['', 3],
  ['CHL-04', 1],
  ['challenge', 2],
  ['challenge 403', 1],
  ['sixty', 1],
  ['nothing of the kind', 0],
])('"%s" finds %i servers', (words, count) => {
  expect(countServers(searchGallery(GROUPS, { words, group: '' }))).toBe(count)
})

test('a group without a find is left out', () => {
  expect(searchGallery(GROUPS, { words: 'sixty', group: '' }).map(({ title }) => title)).toEqual([
    'Tools',
  ])
})
