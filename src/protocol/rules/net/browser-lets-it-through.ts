import type { Rule } from '../../run/rule.ts'
import { blockagesOf } from '../cors/blockage.ts'
import { withheldFromClient } from '../cors/withheld-from-client.ts'
import { inOutcome } from '../evidence.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { asked } from './ended-without-answer.ts'

export const browserLetsItThrough: Rule = {
  id: 'NET-06',
  name: 'browser-lets-it-through',
  title: 'The browser makes the requests that servers allow it (native clients are not concerned)',
  level: 'practice',
  spec: [],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    const direct = asked(run).filter(({ via }) => via === 'direct')
    const byCors = withheldFromClient(run)?.id
    for (const exchange of direct) {
      if (exchange.outcome.kind !== 'unreadable' || exchange.id === byCors) continue
      const [blockage] = blockagesOf(run, exchange)
      if (blockage?.kind !== 'unexplained') continue
      return fail({
        says: `The browser gave no answer to ${exchange.request.method} ${exchange.request.url}, although the host answers others and its headers allow this page to read; a missing permission for the local network, an extension or a proxy may be in the way.`,
        fix: 'Allow access to the local network when the browser asks, and try without extensions.',
        evidence: [inOutcome(exchange.id), inOutcome(blockage.seen.id)],
      })
    }
    return direct.length > 0 ? PASS : notReached('any request of the page')
  },
}
