import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { resourceMetadataSeen } from '../prm/document-seen.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { HIDDEN, challengeLine } from './challenge-header.ts'

export const resourceMetadataCanBeFound: Rule = {
  id: 'CHL-03',
  name: 'resource-metadata-can-be-found',
  title: 'The 401 points to the resource metadata, or it is at a well-known address',
  level: 'must',
  spec: ['mcp-discovery-2025-11-25', 'mcp-discovery-2026-07-28'],
  since: '2025-11-25',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const challenge = run.facts.challenge
    if (challenge?.required && challenge.resourceMetadata !== undefined) return PASS
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') {
      if (challenge?.header === 'hidden') return cannotTell(HIDDEN)
      return notApplicable('No resource metadata was found at all: PRM-01')
    }
    if (seen.found.place !== 'path-appended') return PASS
    return fail({
      says: `The challenge must name the resource metadata, or it must be at a well-known address; it was found only at ${seen.found.url}, which no client has to ask.`,
      fix: 'Name that address in resource_metadata of the 401, or serve the document at the well-known address too.',
      evidence: [inUrl(seen.found.exchange)],
      paste: challengeLine(run),
    })
  },
}
