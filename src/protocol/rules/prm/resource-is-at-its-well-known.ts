import { stringMember } from '../../http/json.ts'
import type { ResourceMetadataPlace } from '../../run/behaviour/lookup.ts'
import type { Rule } from '../../run/rule.ts'
import { originIn } from '../addresses.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { resourceMetadataSeen, resourceMetadataToPaste } from './document-seen.ts'
import { differenceBetween, isSameAddress } from './resource-comparison.ts'

export const resourceIsAtItsWellKnown: Rule = {
  id: 'PRM-08',
  name: 'resource-is-at-its-well-known',
  title: 'Metadata at a well-known address is about the resource that the address is made from',
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
    const { document, exchange, place, url } = seen.found
    const expected = expectedAt(place, run.config.server)
    if (expected === undefined)
      return notApplicable('The document was not found at a well-known address')
    const resource = stringMember(document, 'resource')
    if (resource === undefined) return cannotTell('The resource metadata names no resource')
    if (isSameAddress(expected, resource)) return PASS
    return fail({
      says: `The document at ${url} must be about ${expected}; it says its resource is ${resource}: ${differenceBetween(expected, resource)}.`,
      fix: 'Serve each resource its own document at its own well-known address, or name this address in the challenge.',
      evidence: [inBody(exchange, '/resource')],
      paste: resourceMetadataToPaste(run),
      compare: [
        { label: 'Resource of this well-known address', value: expected },
        { label: 'resource', value: resource },
      ],
    })
  },
}

function expectedAt(place: ResourceMetadataPlace, server: string): string | undefined {
  switch (place) {
    case 'path-inserted':
      return server
    case 'root':
      return originIn(server)
    case 'challenge':
    case 'path-appended':
      return undefined
  }
}
