import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'
import { memberToPaste, readServerMetadata } from './document-seen.ts'

export const publicClientsAreAllowed: Rule = {
  id: 'ASM-16',
  name: 'public-clients-are-allowed',
  title: 'token_endpoint_auth_methods_supported includes none',
  level: 'practice',
  spec: ['rfc8414-2', 'rfc7591-2'],
  step: 'server-metadata',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const method =
      run.facts.clientIdentity?.authentication ?? run.config.clientAuthentication ?? 'none'
    if (method !== 'none') return notApplicable(`This client authenticates by ${method}`)
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const methods = stringsMember(read.document, 'token_endpoint_auth_methods_supported')
    if (methods?.includes('none')) return PASS
    const what =
      methods === undefined
        ? 'is missing, which means client_secret_basic alone'
        : `lists ${listed(methods) || 'nothing'}`
    return fail({
      says: `A client without a secret needs the method none; token_endpoint_auth_methods_supported ${what}.`,
      fix: 'Allow public clients with PKCE and list none, or give this client a secret.',
      evidence: [inBody(read.exchange, '/token_endpoint_auth_methods_supported')],
      paste: memberToPaste('token_endpoint_auth_methods_supported', ['none', ...(methods ?? [])]),
    })
  },
}
