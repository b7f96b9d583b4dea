import { isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { pretty, shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'
import { entryFault } from './issuer-entry.ts'

export const authorizationServersAreIssuers: Rule = {
  id: 'PRM-11',
  name: 'authorization-servers-are-issuers',
  title: 'Entries of authorization_servers are issuer identifiers',
  level: 'practice',
  spec: ['rfc9728-2', 'rfc8414-2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: true,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const list = seen.found.document['authorization_servers']
    if (!isJsonArray(list))
      return cannotTell('The resource metadata lists no authorization servers')
    for (const [index, entry] of list.entries()) {
      const fault = typeof entry === 'string' ? entryFault(run, entry) : 'is no string'
      if (fault === undefined) continue
      return fail({
        says: `Each entry of authorization_servers should be an issuer identifier (https, no query, no fragment); ${shownJson(entry)} ${fault}.`,
        fix: 'List the issuer exactly as the issuer member of its own metadata spells it.',
        evidence: [inBody(seen.found.exchange, pointer('authorization_servers', index))],
        paste: {
          title: 'Member of the resource metadata',
          text: `"authorization_servers": ${pretty([issuerIn(entry)])}`,
        },
      })
    }
    return PASS
  },
}

function issuerIn(entry: unknown): string {
  const before = typeof entry === 'string' ? entry.split('/.well-known/', 1)[0] : undefined
  const plain = before?.split(/[?#]/, 1)[0]?.replace(/^http:/, 'https:')
  return plain !== undefined && URL.canParse(plain) ? plain : 'https://<your authorization server>'
}
