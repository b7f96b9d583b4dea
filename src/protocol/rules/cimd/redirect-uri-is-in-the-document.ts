import type { Rule } from '../../run/rule.ts'
import { judgeRedirect } from '../uri/authorization-answer.ts'
import { notApplicable } from '../verdict.ts'

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
    const identity = run.facts.clientIdentity
    if (identity?.kind !== 'client-document') return notApplicable('The client id is no document')
    return judgeRedirect(run, 'other-redirect-uri', {
      required: 'A redirect URI that is not in redirect_uris of the document must be refused',
      fix: 'Take the redirect URIs from the document, and compare them as strings.',
    })
  },
}
