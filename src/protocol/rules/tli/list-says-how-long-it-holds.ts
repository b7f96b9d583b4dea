import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable, notReached } from '../verdict.ts'
import { listedPages } from './listed-pages.ts'

export const listSaysHowLongItHolds: Rule = {
  id: 'TLI-04',
  name: 'list-says-how-long-it-holds',
  title: 'tools/list says how long and for whom it holds',
  level: 'must',
  spec: ['mcp-caching-2026-07-28'],
  since: '2026-07-28',
  step: 'tools',
  stops: false,
  culprit: 'server',
  check(run) {
    if (run.facts.session?.era !== 'modern') {
      return notApplicable('The server is not spoken to as 2026-07-28')
    }
    const pages = listedPages(run)
    if (pages.length === 0) return notReached('tools/list')
    for (const { exchange, result, form } of pages) {
      const { ttlMs, cacheScope } = result
      const isScope = cacheScope === 'public' || cacheScope === 'private'
      const isTime = typeof ttlMs === 'number' && ttlMs >= 0
      if (isScope && isTime) continue
      const member = isTime ? 'cacheScope' : 'ttlMs'
      return fail({
        says: `tools/list must have ttlMs of 0 or more and cacheScope public or private; ${member} is ${shownJson(result[member])}.`,
        fix: `Add ${member} to the result.`,
        evidence: [inBody(exchange, form === 'object' ? `/result/${member}` : undefined)],
        paste: { title: 'Members of the result', text: '"ttlMs": 60000, "cacheScope": "private"' },
      })
    }
    return PASS
  },
}
