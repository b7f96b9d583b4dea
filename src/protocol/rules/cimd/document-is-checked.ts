import type { Rule } from '../../run/rule.ts'
import { judgeDocumentProbe } from './judge-document-probe.ts'

export const documentIsChecked: Rule = {
  id: 'CIMD-10',
  name: 'document-is-checked',
  title: 'A client metadata document that names another client_id is refused',
  level: 'must',
  spec: ['mcp-registration-2026-07-28'],
  since: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check(run) {
    return judgeDocumentProbe(run, 'broken-document', {
      required: 'A document whose client_id differs from its address must be refused',
      fix: 'Compare client_id in the document with the address it came from, as strings.',
    })
  },
}
