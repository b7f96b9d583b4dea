import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'
import { differenceBetween, isSameAddress } from './resource-comparison.ts'

export const resourceIsTheUrl: Rule = {
  id: 'PRM-07',
  name: 'resource-is-the-url',
  title: 'Metadata that the challenge names is about the very address that was asked',
  level: 'must',
  spec: ['rfc9728-3.3', 'mcp-discovery-2026-07-28'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run, 'also-dropped')
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange, place } = seen.found
    if (place !== 'challenge')
      return notApplicable('The document was found at a well-known address: PRM-08')
    const resource = stringMember(document, 'resource')
    if (resource === undefined) return cannotTell('The resource metadata names no resource')
    const { server } = run.config
    if (isSameAddress(server, resource)) return PASS
    return fail({
      says: `The metadata that the challenge names must be about ${server}, the address that was asked; it says its resource is ${resource}: ${differenceBetween(server, resource)}.`,
      fix: 'Put the address of the MCP endpoint into resource, exactly as people enter it.',
      evidence: [inBody(exchange, '/resource')],
      paste: resourceMetadataToPaste(run),
      compare: [
        { label: 'Address that was asked', value: server },
        { label: 'resource', value: resource },
      ],
    })
  },
}
