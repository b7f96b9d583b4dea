import type { Rule } from '../../run/rule.ts'
import { judgeRedirect } from './authorization-answer.ts'

export const redirectUriIsCompared: Rule = {
  id: 'URI-03',
  name: 'redirect-uri-is-compared',
  title: 'A redirect URI is compared with the registered ones, character by character',
  level: 'must',
  spec: ['mcp-open-redirection-2026-07-28', 'oauth21-code-request'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeRedirect(run, 'other-redirect-uri', {
      required: 'A redirect URI that is not registered must not be redirected to',
      fix: 'Compare redirect URIs as strings; only the port of a loopback address may differ.',
    }),
}
