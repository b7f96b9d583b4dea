import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { readUrl } from '../addresses.ts'
import { judgeProbe } from '../probe-seen.ts'
import type { Answered } from '../record.ts'

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
    judgeProbe(run, {
      names: ['other-redirect-uri'],
      isRight: (seen) => !leadsThere(seen),
      required: 'A redirect URI that is not registered must not be redirected to',
      fix: 'Compare redirect URIs as strings; only the port of a loopback address may differ.',
    }),
}

/** True when the browser would be sent to the address that was asked for, with a code or with an error. */
function leadsThere({ exchange, answer }: Answered): boolean {
  const wanted = readUrl(exchange.request.url)?.searchParams.get('redirect_uri')
  const location = findHeader(answer.headers, 'location')
  return (
    answer.status >= 300 && answer.status < 400 && !!wanted && location?.startsWith(wanted) === true
  )
}
