import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { resourceMetadataSeen } from '../prm/document-seen.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'

export const resourceHasNoNeedlessSlash: Rule = {
  id: 'RES-06',
  name: 'resource-has-no-needless-slash',
  title: 'The resource identifier has no trailing slash without a meaning',
  level: 'should',
  spec: ['mcp-canonical-uri-2026-07-28'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    const resource = run.facts.resourceMetadata?.resource
    if (seen.kind === 'nowhere' || resource === undefined) {
      return cannotTell('The resource metadata names no resource')
    }
    if (!resource.endsWith('/') || run.config.server.endsWith('/')) return PASS
    return fail({
      says: `A resource identifier should have no trailing slash unless it means something; it is ${resource}, and the address that was asked is ${run.config.server}.`,
      fix: 'Leave the slash out in resource; URL libraries add it to a bare origin.',
      evidence: [inBody(seen.found.exchange, '/resource')],
      compare: [
        { label: 'Address that was asked', value: run.config.server },
        { label: 'resource', value: resource },
      ],
    })
  },
}
