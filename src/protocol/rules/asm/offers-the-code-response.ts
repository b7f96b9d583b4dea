import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const offersTheCodeResponse: Rule = {
  id: 'ASM-07',
  name: 'offers-the-code-response',
  title: 'response_types_supported includes code',
  level: 'practice',
  spec: ['oauth21-code-request', 'rfc8414-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'authorization_code')
      return notApplicable('This walk uses another grant')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const types = stringsMember(read.document, 'response_types_supported')
    if (types === undefined) return cannotTell('The metadata lists no response types: ASM-06')
    if (types.includes('code')) return PASS
    return fail({
      says: `Clients ask for the response type code; the metadata lists ${listed(types) || 'none'}.`,
      fix: 'Allow the authorization code flow and list code in response_types_supported.',
      evidence: [inBody(read.exchange, '/response_types_supported')],
      paste: memberToPaste('response_types_supported', ['code', ...types]),
    })
  },
}
