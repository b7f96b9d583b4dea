import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, inHeader, pointer } from '../evidence.ts'
import { PASS, fail } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'

export const noOfflineAccess: Rule = {
  id: 'PRM-13',
  name: 'no-offline-access',
  title: 'Resource metadata and challenge do not ask for offline_access',
  level: 'should',
  spec: ['mcp-refresh-2026-07-28'],
  since: '2026-07-28',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    const challenge = run.facts.challenge
    const shared = {
      fix: 'Take offline_access out: whether to ask for it is between client and authorization server.',
    }
    if (challenge?.scope?.split(' ').includes('offline_access')) {
      return fail({
        ...shared,
        says: `A challenge should not name offline_access; its scope is "${challenge.scope}".`,
        evidence: [inHeader(challenge.exchange, 'www-authenticate')],
      })
    }
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return PASS
    const { document, exchange } = seen.found
    const place = stringsMember(document, 'scopes_supported')?.indexOf('offline_access') ?? -1
    if (place === -1) return PASS
    return fail({
      ...shared,
      says: 'scopes_supported of the resource metadata should not list offline_access; it does.',
      evidence: [inBody(exchange, pointer('scopes_supported', place))],
    })
  },
}
