import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { issuerEntryFault } from '../prm/issuer-entry.ts'
import { differenceBetween } from '../prm/resource-comparison.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const issuerIsIdentical: Rule = {
  id: 'ASM-03',
  name: 'issuer-is-identical',
  title: 'The metadata names the very issuer that it was looked up for',
  level: 'must',
  spec: ['mcp-metadata-2026-07-28', 'rfc8414-3.3'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const issuer = stringMember(read.document, 'issuer')
    if (issuer === read.issuer) return PASS
    if (issuer !== undefined && issuerEntryFault(run) !== undefined) {
      return cannotTell(`${read.issuer} is no issuer identifier: PRM-11`)
    }
    const shared = {
      fix: 'Make both the same, character by character: the entry of authorization_servers and the issuer of the metadata.',
      evidence: [inBody(read.exchange, '/issuer')],
      paste: memberToPaste('issuer', read.issuer),
    } as const
    if (issuer === undefined) {
      return fail({
        ...shared,
        says: `The metadata must name the issuer ${read.issuer}; its issuer is ${shownJson(read.document['issuer'])}.`,
      })
    }
    const isInside = issuer.startsWith('http:') && read.issuer.startsWith('https:')
    return fail({
      ...shared,
      ...(isInside && {
        fix: `Tell the authorization server its public address, ${read.issuer}.`,
      }),
      says: `The metadata must name the issuer ${read.issuer} that it was looked up for; it names ${issuer}: ${differenceBetween(read.issuer, issuer)}.`,
      compare: [
        { label: 'Issuer that was looked up', value: read.issuer },
        { label: 'issuer of the metadata', value: issuer },
      ],
    })
  },
}
