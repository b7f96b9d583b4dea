import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'

export const resourceIsThere: Rule = {
  id: 'PRM-04',
  name: 'resource-is-there',
  title: 'Resource metadata names its resource',
  level: 'must',
  spec: ['rfc9728-2', 'rfc9728-3.3'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run, 'also-dropped')
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange } = seen.found
    if (stringMember(document, 'resource') !== undefined) return PASS
    return fail({
      says: `Resource metadata must name its resource as a string; it has ${shownJson(document['resource'])}.`,
      fix: 'Add resource with the address of the MCP endpoint, exactly as people enter it.',
      evidence: [inBody(exchange, '/resource')],
      paste: resourceMetadataToPaste(run),
    })
  },
}
