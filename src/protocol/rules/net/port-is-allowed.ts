import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { isBlockedPort } from './browser-limits.ts'
import { asked } from './ended-without-answer.ts'

export const portIsAllowed: Rule = {
  id: 'NET-02',
  name: 'port-is-allowed',
  title: 'Every address has a port that browsers connect to (native clients are not concerned)',
  level: 'practice',
  spec: ['fetch-bad-port'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    const all = asked(run)
    const blocked = all.find(({ request }) => isBlockedPort(request.url))
    if (blocked === undefined) return all.length > 0 ? PASS : notReached('any request')
    const { port, origin } = new URL(blocked.request.url)
    return fail({
      says: `Browsers do not connect to port ${port}, which is kept for another service; ${origin} can be asked only by native clients and through the relay.`,
      fix: 'Serve it on another port, 443 or 8443 say.',
      evidence: [inUrl(blocked.id)],
    })
  },
}
