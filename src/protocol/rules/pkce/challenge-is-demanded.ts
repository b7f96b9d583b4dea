import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'
import type { Answered } from '../record.ts'

export const challengeIsDemanded: Rule = {
  id: 'PKCE-04',
  name: 'challenge-is-demanded',
  title: 'An authorization request without PKCE is refused',
  level: 'must',
  spec: ['oauth21-code-response', 'mcp-pkce-2026-07-28'],
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['no-code-challenge'],
      isRight: (seen) => !bringsCode(seen),
      required: 'A public client that sends no code_challenge must be refused, and got a code',
      fix: 'Demand code_challenge from public clients.',
    }),
}

/** A redirect that brings a code; a page that asks the person to sign in decides nothing yet. */
function bringsCode({ answer }: Answered): boolean {
  const location = findHeader(answer.headers, 'location') ?? ''
  return answer.status >= 300 && answer.status < 400 && /[?&#]code=/.test(location)
}
