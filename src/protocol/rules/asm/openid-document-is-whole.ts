import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { serverMetadataSeen } from './document-seen.ts'

export const openidDocumentIsWhole: Rule = {
  id: 'ASM-18',
  name: 'openid-document-is-whole',
  title: 'An OpenID configuration has the members that OpenID Connect requires',
  level: 'practice',
  spec: ['openid-discovery-3'],
  since: '2025-11-25',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = serverMetadataSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (seen.kind === 'nowhere' || !seen.found.place.startsWith('openid')) {
      return notApplicable('The metadata is no OpenID configuration')
    }
    const { document, exchange } = seen.found
    const missing = REQUIRED.find((name) => document[name] === undefined)
    if (missing === undefined) return PASS
    return fail({
      says: `An OpenID configuration has ${REQUIRED.join(', ')}; ${missing} is missing, though MCP does not ask for it.`,
      fix: `Add ${missing}, or serve the document as OAuth authorization server metadata instead.`,
      evidence: [inBody(exchange, `/${missing}`)],
    })
  },
}

const REQUIRED = [
  'jwks_uri',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
] as const
