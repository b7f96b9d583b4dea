import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const takesClientDocuments: Rule = {
  id: 'ASM-12',
  name: 'takes-client-documents',
  title: 'Client ID metadata documents are offered',
  level: 'should',
  spec: ['mcp-registration-2026-07-28'],
  since: '2025-11-25',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const flag = read.document['client_id_metadata_document_supported']
    if (flag === true) return PASS
    return fail({
      says: `An authorization server should take client ID metadata documents; client_id_metadata_document_supported is ${flag === undefined ? 'missing' : shownJson(flag)}.`,
      fix: 'Support client ID metadata documents and say so.',
      evidence: [inBody(read.exchange, '/client_id_metadata_document_supported')],
      paste: memberToPaste('client_id_metadata_document_supported', true),
    })
  },
}
