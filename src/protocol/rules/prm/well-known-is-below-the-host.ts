import type { Rule } from '../../run/rule.ts'
import { findResourceMetadataUrl } from '../addresses.ts'
import { inUrl } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { documentBelow, resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'

export const wellKnownIsBelowTheHost: Rule = {
  id: 'PRM-09',
  name: 'well-known-is-below-the-host',
  title: 'Resource metadata is served between host and path, not below the path',
  level: 'must',
  spec: ['rfc9728-3', 'rfc9728-3.1'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const below = seen.kind === 'nowhere' ? documentBelow(run)?.exchange : undefined
    if (seen.kind === 'nowhere' && !below) return cannotTell('No resource metadata was found')
    const found = seen.kind === 'found' ? seen.found : undefined
    const isBelow = below !== undefined || found?.place === 'path-appended'
    if (!isBelow) return PASS
    return fail({
      says: `The well-known part must stand between host and path, at ${findResourceMetadataUrl(run.config.server) ?? 'the well-known address'}; the document is only at ${found?.url ?? below?.request.url}.`,
      fix: 'Serve the document at that address too, or name its present address in the 401.',
      evidence: [inUrl(found?.exchange ?? below?.id ?? '')],
      paste: resourceMetadataToPaste(run),
    })
  },
}
