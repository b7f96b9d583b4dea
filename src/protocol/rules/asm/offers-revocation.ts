import { stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const offersRevocation: Rule = {
  id: 'ASM-30',
  name: 'offers-revocation',
  title: 'Tokens can be revoked',
  level: 'practice',
  spec: ['rfc7009-2', 'rfc8414-2'],
  step: 'revoke',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const wanted = run.config.also.includes('revoke') || run.steps.revoke.result !== undefined
    if (!wanted) return notApplicable('Nobody asked to revoke the token')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    if (stringMember(read.document, 'revocation_endpoint') !== undefined) return PASS
    return fail({
      says: 'Revoking a token needs revocation_endpoint; the metadata names none.',
      fix: 'Serve token revocation and name its address in the metadata.',
      evidence: [inBody(read.exchange, '/revocation_endpoint')],
      paste: memberToPaste('revocation_endpoint', `${read.issuer.replace(/\/$/, '')}/revoke`),
    })
  },
}
