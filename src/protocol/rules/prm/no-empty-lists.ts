import { isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'

/** An empty `bearer_methods_supported` has a meaning; the authorization servers are PRM-01's. */
const JUDGED_ELSEWHERE: ReadonlySet<string> = new Set([
  'bearer_methods_supported',
  'authorization_servers',
])

export const noEmptyLists: Rule = {
  id: 'PRM-06',
  name: 'no-empty-lists',
  title: 'Members without a value are left out',
  level: 'must',
  spec: ['rfc9728-3.2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange } = seen.found
    const empty = Object.entries(document).find(
      ([name, value]) => !JUDGED_ELSEWHERE.has(name) && isJsonArray(value) && value.length === 0,
    )
    if (empty === undefined) return PASS
    return fail({
      says: `Members of the resource metadata without a value must be left out; ${empty[0]} is an empty list.`,
      fix: `Leave ${empty[0]} out, or fill it.`,
      evidence: [inBody(exchange, pointer(empty[0]))],
    })
  },
}
