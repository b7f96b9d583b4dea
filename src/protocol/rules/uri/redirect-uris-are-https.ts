import type { Rule } from '../../run/rule.ts'
import { isSuccess, judgeProbe } from '../probe-seen.ts'

export const redirectUrisAreHttps: Rule = {
  id: 'URI-01',
  name: 'redirect-uris-are-https',
  title: 'Redirect URIs are https, or on loopback',
  level: 'must',
  spec: ['mcp-communication-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['http-redirect-uri'],
      isRight: (seen) => !isSuccess(seen),
      required: 'A redirect URI that is http on a public host must not be registered',
      fix: 'Refuse it with invalid_redirect_uri.',
    }),
}
