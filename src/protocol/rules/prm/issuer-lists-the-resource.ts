import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { readServerMetadata } from '../asm/document-seen.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const issuerListsTheResource: Rule = {
  id: 'PRM-17',
  name: 'issuer-lists-the-resource',
  title: 'An authorization server that lists its resources lists this one',
  level: 'should',
  spec: ['rfc9728-4'],
  since: '2025-06-18',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const resources = stringsMember(read.document, 'protected_resources')
    if (resources === undefined) return notApplicable('The authorization server lists no resources')
    const resource = run.facts.resourceMetadata?.resource
    if (resource === undefined) return cannotTell('The resource metadata names no resource')
    if (resources.includes(resource)) return PASS
    return fail({
      says: `protected_resources of the authorization server should list ${resource}; it lists ${listed(resources) || 'none'}.`,
      fix: 'Add the resource to the list of the authorization server, spelled as in the resource metadata.',
      evidence: [inBody(read.exchange, '/protected_resources')],
      paste: {
        title: 'Member of the authorization server metadata',
        text: `"protected_resources": ${JSON.stringify([...resources, resource])}`,
      },
    })
  },
}
