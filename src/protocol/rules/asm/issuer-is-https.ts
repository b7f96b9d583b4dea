import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { issuerFault } from '../addresses.ts'
import { inBody } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { inHttps, memberToPaste, readServerMetadata } from './document-seen.ts'

export const issuerIsHttps: Rule = {
  id: 'ASM-05',
  name: 'issuer-is-https',
  title: 'The issuer is an https URL without query and fragment',
  level: 'must',
  spec: ['rfc8414-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const issuer = stringMember(read.document, 'issuer')
    if (issuer === undefined) return cannotTell('The metadata names no issuer')
    const fault = issuerFault(issuer)
    if (fault === undefined) return PASS
    return fail({
      says: `An issuer must be an https URL without query and fragment; ${quoted(issuer)} ${fault}.`,
      fix: 'Give the authorization server an https issuer without query and fragment, and list that in the resource metadata.',
      evidence: [inBody(read.exchange, '/issuer')],
      paste: memberToPaste('issuer', inHttps(issuer)),
    })
  },
}
