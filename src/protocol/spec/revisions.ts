/** Published MCP revisions with an authorization chapter, in time order. */
export const REVISIONS = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'] as const

/** One published revision. */
export type Revision = (typeof REVISIONS)[number]

/** What a person chooses: a revision, or the newest with the fallbacks that the specification names. */
export type RevisionChoice = 'auto' | Revision

/** The revision that `auto` begins with. */
export const NEWEST: Revision = '2026-07-28'

/** The last revision that begins with `initialize`. */
export const LAST_WITH_INITIALIZE: Revision = '2025-11-25'

/** True when `revision` is `since` or later. */
export function isAtLeast(revision: Revision, since: Revision): boolean {
  return REVISIONS.indexOf(revision) >= REVISIONS.indexOf(since)
}

/** Narrows a string to a revision that we know. */
export function isRevision(value: string): value is Revision {
  return REVISIONS.some((revision) => revision === value)
}
