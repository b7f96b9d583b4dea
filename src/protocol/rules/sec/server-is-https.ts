import type { Rule } from '../../run/rule.ts'
import { isSecureUrl } from '../../spec/locations.ts'
import { inUrl } from '../evidence.ts'
import { walked } from '../record.ts'
import { PASS, fail, notReached } from '../verdict.ts'

export const serverIsHttps: Rule = {
  id: 'SEC-02',
  name: 'server-is-https',
  title: 'The MCP endpoint and its metadata are https',
  level: 'must',
  spec: ['oauth21-https', 'rfc9728-1.2'],
  since: '2025-06-18',
  step: 'challenge',
  stops: false,
  culprit: 'server',
  check(run) {
    const asked = [...walked(run, 'challenge'), ...walked(run, 'resource-metadata')]
    if (asked.length === 0) return notReached('any request')
    const open = asked.find(({ request }) => !isSecureUrl(request.url))
    if (open === undefined) return PASS
    return fail({
      says: `The MCP endpoint and its metadata must be https, except on the machine itself; ${open.request.url} is not, so tokens travel where everyone can read them.`,
      fix: 'Serve it over https.',
      evidence: [inUrl(open.id)],
    })
  },
}
