import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail } from '../verdict.ts'
import { readOwnDocument } from './own-document.ts'

export const documentNamesItself: Rule = {
  id: 'CIMD-03',
  name: 'document-names-itself',
  title: 'client_id in the client document is the address of the document',
  level: 'must',
  spec: ['mcp-registration-2026-07-28', 'cimd-4.1'],
  since: '2025-11-25',
  step: 'registration',
  stops: false,
  culprit: 'client',
  check(run) {
    const read = readOwnDocument(run)
    if (read.kind === 'unknown') return read.verdict
    const { document, exchange, url } = read
    if (document.client_id === url) return PASS
    return fail({
      says: `The document at ${url} must carry that very string as client_id; it carries ${shownJson(document.client_id)}.`,
      fix: `Set client_id to ${url}, or use the address that it names.`,
      evidence: [inBody(exchange, '/client_id')],
      paste: {
        title: 'Member of the client document',
        text: `"client_id": ${JSON.stringify(url)}`,
      },
    })
  },
}
