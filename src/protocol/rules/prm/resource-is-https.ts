import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { isSecureUrl } from '../../spec/locations.ts'
import { readUrl } from '../addresses.ts'
import { inBody } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'

export const resourceIsHttps: Rule = {
  id: 'PRM-05',
  name: 'resource-is-https',
  title: 'The resource identifier is an https URL without fragment',
  level: 'must',
  spec: ['rfc9728-1.2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const resource = stringMember(seen.found.document, 'resource')
    if (resource === undefined) return cannotTell('The resource metadata names no resource')
    const fault = faultOf(resource)
    if (fault === undefined) return PASS
    return fail({
      says: `The resource identifier must be an https URL without fragment; ${quoted(resource)} ${fault}.`,
      fix: 'Put the https address of the MCP endpoint into resource.',
      evidence: [inBody(seen.found.exchange, '/resource')],
      paste: resourceMetadataToPaste(run),
    })
  },
}

function faultOf(resource: string): string | undefined {
  const url = readUrl(resource)
  if (url === undefined) return 'is no absolute URL'
  if (!isSecureUrl(resource)) return `has the scheme ${url.protocol.slice(0, -1)}`
  return resource.includes('#') ? 'has a fragment' : undefined
}
