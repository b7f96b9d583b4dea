import type { Rule } from '../../run/rule.ts'
import { inStatus } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import {
  asksForToken,
  isPointerAlone,
  resourceMetadataSeen,
  resourceMetadataToPaste,
} from './document-seen.ts'

export const metadataNeedsNoToken: Rule = {
  id: 'PRM-16',
  name: 'metadata-needs-no-token',
  title: 'Resource metadata can be read without a token',
  level: 'practice',
  spec: ['rfc9728-3.1'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'found') return PASS
    if (isPointerAlone(run)) return notApplicable('The challenge points elsewhere: CHL-12')
    for (const look of seen.looked) {
      if (!asksForToken(run, look)) continue
      return fail({
        says: `Resource metadata has to be readable without a token, as it tells where tokens come from; ${look.url} answered 401.`,
        fix: 'Exempt /.well-known/oauth-protected-resource and what is below it from authentication.',
        evidence: [inStatus(look.exchange)],
        paste: resourceMetadataToPaste(run),
      })
    }
    return cannotTell('No resource metadata was found')
  },
}
