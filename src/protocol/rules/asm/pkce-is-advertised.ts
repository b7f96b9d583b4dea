import { isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { shownJson } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const pkceIsAdvertised: Rule = {
  id: 'ASM-09',
  name: 'pkce-is-advertised',
  title: 'The metadata has code_challenge_methods_supported',
  level: 'must',
  spec: ['mcp-pkce-2025-11-25', 'mcp-pkce-2026-07-28'],
  since: '2025-11-25',
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'authorization_code')
      return notApplicable('This walk uses another grant')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const methods = read.document['code_challenge_methods_supported']
    if (isJsonArray(methods)) return PASS
    return fail({
      says: `Clients must refuse an authorization server that does not advertise PKCE (PKCE-02); code_challenge_methods_supported is ${methods === undefined ? 'missing' : shownJson(methods)} in ${read.url}.`,
      fix: 'Add code_challenge_methods_supported to this document; most servers support S256 without saying so.',
      evidence: [inBody(read.exchange, '/code_challenge_methods_supported')],
      paste: memberToPaste('code_challenge_methods_supported', ['S256']),
    })
  },
}
