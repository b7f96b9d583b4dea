import type { Rule } from '../../run/rule.ts'
import { judgeDocumentProbe } from './judge-document-probe.ts'

export const redirectUriIsInTheDocument: Rule = {
  id: 'CIMD-11',
  name: 'redirect-uri-is-in-the-document',
  title: 'A redirect URI that the client metadata document does not list is refused',
  level: 'must',
  spec: ['mcp-registration-2026-07-28'],
  since: '2025-11-25',
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check(run) {
    return judgeDocumentProbe(run, 'other-redirect-uri', {
      required: 'A redirect URI that is not in redirect_uris of the document must be refused',
      fix: 'Take the redirect URIs from the document, and compare them as strings.',
    })
  },
}
