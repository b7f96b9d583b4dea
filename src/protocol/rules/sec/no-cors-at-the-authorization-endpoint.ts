import type { Rule } from '../../run/rule.ts'
import { allowedOrigin } from '../cors/cors-headers.ts'
import { inHeader } from '../evidence.ts'
import { judgeProbe } from '../probe-seen.ts'
import { quoted } from '../shown.ts'

export const noCorsAtTheAuthorizationEndpoint: Rule = {
  id: 'SEC-05',
  name: 'no-cors-at-the-authorization-endpoint',
  title: 'The authorization endpoint grants pages nothing',
  level: 'must',
  spec: ['oauth21-endpoint-parameters'],
  since: '2025-06-18',
  step: 'probes',
  stops: false,
  culprit: 'issuer',
  check: (run) =>
    judgeProbe(run, {
      names: ['cors-at-authorization'],
      isRight: ({ answer }) => allowedOrigin(answer.headers) === undefined,
      required:
        'The authorization endpoint must not support CORS: people are sent there, pages do not read it',
      seen: ({ exchange, answer }) => ({
        says: `its answer allows ${quoted(allowedOrigin(answer.headers) ?? '')}`,
        at: inHeader(exchange.id, 'access-control-allow-origin'),
      }),
      fix: 'Take Access-Control-Allow-Origin out of its answers.',
    }),
}
