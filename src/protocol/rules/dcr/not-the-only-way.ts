import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { memberToPaste, readServerMetadata } from '../asm/document-seen.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const notTheOnlyWay: Rule = {
  id: 'DCR-11',
  name: 'not-the-only-way',
  title: 'Dynamic registration is not the only way to become a client',
  level: 'practice',
  spec: ['mcp-registration-2026-07-28'],
  since: '2026-07-28',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    if (stringMember(read.document, 'registration_endpoint') === undefined) {
      return notApplicable('There is no dynamic registration')
    }
    if (read.document['client_id_metadata_document_supported'] === true) return PASS
    return fail({
      says: 'Dynamic registration is deprecated since 2026-07-28, and this authorization server offers nothing else.',
      fix: 'Support client ID metadata documents besides.',
      evidence: [inBody(read.exchange, '/registration_endpoint')],
      paste: memberToPaste('client_id_metadata_document_supported', true),
    })
  },
}
