import type { GalleryGroup } from '../controls.ts'

/** What the gallery is narrowed down by; an empty text leaves that member open. */
export type GalleryFilter = { readonly words: string; readonly group: string }

/** Reads a filter from the query of the page's address. */
export function readFilter(query: URLSearchParams): GalleryFilter {
  return { words: query.get('words') ?? '', group: query.get('group') ?? '' }
}

/** The query that `readFilter` reads back. */
export function writeFilter({ words, group }: GalleryFilter): string {
  const query = new URLSearchParams()
  if (words !== '') query.set('words', words)
  if (group !== '') query.set('group', group)
  const rest = query.toString()
  return rest === '' ? '?gallery' : `?gallery&${rest}`
}

/** The servers in which all the words occur, in their groups; a group's own title counts for each of its servers. */
export function searchGallery(
  groups: readonly GalleryGroup[],
  { words, group: only }: GalleryFilter,
): readonly GalleryGroup[] {
  const wanted = words.toLowerCase().split(/\s+/)
  const chosen = groups.filter(({ title }) => only === '' || title === only)
  const found = chosen.map((group) => ({
    ...group,
    entries: group.entries.filter(({ name, title, about, rules }) => {
      const text = [group.title, name, title, about, ...rules].join(' ').toLowerCase()
      return wanted.every((word) => text.includes(word))
    }),
  }))
  return found.filter(({ entries }) => entries.length > 0)
}

/** How many servers there are in all groups. */
export function countServers(groups: readonly GalleryGroup[]): number {
  return groups.reduce((sum, { entries }) => sum + entries.length, 0)
}
