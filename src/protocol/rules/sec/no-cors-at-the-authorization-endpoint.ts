import { findHeader } from '../../http/exchange.ts'
import type { Rule } from '../../run/rule.ts'
import { judgeProbe } from '../probe-seen.ts'

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
      isRight: ({ answer }) =>
        findHeader(answer.headers, 'access-control-allow-origin') === undefined,
      required:
        'The authorization endpoint must not support CORS: people are sent there, pages do not read it',
      fix: 'Take Access-Control-Allow-Origin out of its answers.',
    }),
}
