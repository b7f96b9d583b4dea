import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { PASS, fail, notReached } from '../verdict.ts'
import { isMixedContent } from './browser-limits.ts'
import { asked } from './ended-without-answer.ts'

export const notMixedContent: Rule = {
  id: 'NET-05',
  name: 'not-mixed-content',
  title: 'An https page asks https addresses only (native clients are not concerned)',
  level: 'practice',
  spec: ['mixed-content'],
  step: 'challenge',
  stops: true,
  culprit: 'browser',
  check(run) {
    const direct = asked(run).filter(({ via }) => via === 'direct')
    const mixed = direct.find(({ request }) => isMixedContent(run, request.url))
    if (mixed === undefined) return direct.length > 0 ? PASS : notReached('any request of the page')
    return fail({
      says: `This page is https, so the browser lets it ask https addresses only; ${mixed.request.url} is http on a host that is not this machine.`,
      fix: 'Serve it over https, or walk through the relay.',
      evidence: [inUrl(mixed.id)],
    })
  },
}
