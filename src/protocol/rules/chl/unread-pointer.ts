import { type Run, revisionOf } from '../../run/run.ts'
import { isAtLeast } from '../../spec/revisions.ts'
import { absenceIn } from '../prm/document-seen.ts'

/**
 * Whether a header that cannot be read is why there is no resource metadata. Since 2025-11-25 clients look at the
 * well-known addresses too: then it is only where those have nothing, and the header holds a pointer that went unread.
 */
export function isUnreadPointerTheRoot(run: Run): boolean {
  if (!isAtLeast(revisionOf(run), '2025-11-25')) return true
  const { challenge, resourceMetadata } = run.facts
  if (challenge === undefined || typeof challenge.header === 'string') return false
  if (challenge.resourceMetadata !== undefined) return false
  const isThere = challenge.header.raw.includes('resource_metadata')
  return isThere && absenceIn(run, resourceMetadata?.looked ?? []).kind === 'absent'
}
