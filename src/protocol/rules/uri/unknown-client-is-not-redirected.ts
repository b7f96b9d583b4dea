import type { Rule } from '../../run/rule.ts'
import { judgeRedirect } from './authorization-answer.ts'

export const unknownClientIsNotRedirected: Rule = {
  id: 'URI-05',
  name: 'unknown-client-is-not-redirected',
  title: 'Nobody is redirected for an unknown client',
  level: 'must',
  spec: ['oauth21-code-response'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeRedirect(run, 'unknown-client', {
      required: 'An unknown client must get a page of the authorization server, never a redirect',
      fix: 'Show an error page when client or redirect URI are not known.',
    }),
}
