import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const s256IsOffered: Rule = {
  id: 'ASM-10',
  name: 's256-is-offered',
  title: 'code_challenge_methods_supported includes S256',
  level: 'must',
  spec: ['oauth21-code-request', 'mcp-pkce-2026-07-28'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'authorization_code')
      return notApplicable('This walk uses another grant')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const methods = stringsMember(read.document, 'code_challenge_methods_supported')
    if (methods === undefined) return cannotTell('The metadata lists no methods: ASM-09')
    if (methods.includes('S256')) return PASS
    return fail({
      says: `An authorization server must support the PKCE method S256; it lists ${listed(methods) || 'none'}.`,
      fix: 'Support S256 and list it in code_challenge_methods_supported.',
      evidence: [inBody(read.exchange, '/code_challenge_methods_supported')],
      paste: memberToPaste('code_challenge_methods_supported', ['S256']),
    })
  },
}
