import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { resourceMetadataSeen } from './document-seen.ts'

export const takesPlainBearerTokens: Rule = {
  id: 'PRM-18',
  name: 'takes-plain-bearer-tokens',
  title: 'Plain Bearer tokens are enough',
  level: 'practice',
  spec: ['rfc9728-2'],
  since: '2025-06-18',
  step: 'resource-metadata',
  stops: false,
  culprit: 'server',
  check(run) {
    const seen = resourceMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere') return cannotTell('No resource metadata was found')
    const { document, exchange } = seen.found
    const bound = [
      'dpop_bound_access_tokens_required',
      'tls_client_certificate_bound_access_tokens',
    ].find((name) => document[name] === true)
    if (bound === undefined) return PASS
    return fail({
      says: `${bound} is true: a client that sends plain Bearer tokens, as MCP clients do, cannot work here.`,
      fix: 'Accept Bearer tokens that are not bound to a key or certificate.',
      evidence: [inBody(exchange, `/${bound}`)],
    })
  },
}
