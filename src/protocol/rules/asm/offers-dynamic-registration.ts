import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const offersDynamicRegistration: Rule = {
  id: 'ASM-13',
  name: 'offers-dynamic-registration',
  title: 'Dynamic client registration is offered',
  level: 'should',
  spec: ['mcp-authorization-2025-06-18', 'rfc8414-2'],
  until: '2025-06-18',
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    if (stringMember(read.document, 'registration_endpoint') !== undefined) return PASS
    return fail({
      says: 'An authorization server should offer dynamic client registration in this revision; its metadata names no registration_endpoint.',
      fix: 'Serve dynamic client registration and name its address.',
      evidence: [inBody(read.exchange, '/registration_endpoint')],
      paste: memberToPaste('registration_endpoint', `${read.issuer.replace(/\/$/, '')}/register`),
    })
  },
}
