import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { readUrl } from '../addresses.ts'
import { judgeProbe } from '../probe-seen.ts'
import type { Answered } from '../record.ts'

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
    judgeProbe(run, {
      names: ['unknown-client'],
      isRight: (seen) => !leadsThere(seen),
      required: 'An unknown client must get a page of the authorization server, never a redirect',
      fix: 'Show an error page when client or redirect URI are not known.',
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
