import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'

export const namesItsScopes: Rule = {
  id: 'PRM-12',
  name: 'names-its-scopes',
  title: 'Resource metadata names the scopes for basic use',
  level: 'should',
  spec: ['rfc9728-2', 'mcp-scopes-2026-07-28'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange } = seen.found
    const scopes = stringsMember(document, 'scopes_supported') ?? []
    if (scopes.length > 0) return PASS
    const named = run.facts.challenge?.scope ?? '<scope>'
    const given = document['scopes_supported']
    const what =
      given === undefined ? 'it has none' : `it is ${shownJson(given)}, no list with a scope in it`
    return fail({
      says: `Resource metadata should have scopes_supported, the least that basic use needs; ${what}, so a client without a scope in its challenge asks for none.`,
      fix: 'List the scopes that a client needs at least.',
      evidence: [inBody(exchange, '/scopes_supported')],
      paste: {
        title: 'Member of the resource metadata',
        text: `"scopes_supported": ${JSON.stringify(named.split(' '))}`,
      },
    })
  },
}
