import { stringsMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { memberToPaste, readServerMetadata } from '../asm/document-seen.ts'
import { inBody } from '../evidence.ts'
import { listed } from '../shown.ts'
import { PASS, fail, notApplicable } from '../verdict.ts'

export const machineMethodsAreListed: Rule = {
  id: 'ECC-03',
  name: 'machine-methods-are-listed',
  title: 'An authorization server for machines lists how they authenticate',
  level: 'must',
  spec: ['mcp-client-credentials'],
  step: 'server-metadata',
  stops: false,
  culprit: 'issuer',
  check(run) {
    if (run.config.grant !== 'client_credentials')
      return notApplicable('This walk uses another grant')
    const read = readServerMetadata(run)
    if (read.kind === 'unknown') return read.verdict
    const methods = stringsMember(read.document, 'token_endpoint_auth_methods_supported')
    const shown = methods ?? ['client_secret_basic']
    const name = 'token_endpoint_auth_signing_alg_values_supported'
    if (shown.includes('private_key_jwt') && read.document[name] === undefined) {
      return fail({
        says: `A server that takes private_key_jwt must list its algorithms in ${name}; it is missing.`,
        fix: 'List the algorithms of client assertions.',
        evidence: [inBody(read.exchange, `/${name}`)],
        paste: memberToPaste(name, ['ES256', 'RS256']),
      })
    }
    if (shown.some((method) => ACCEPTED.has(method))) return PASS
    return fail({
      says: `For client credentials the metadata must list private_key_jwt or client_secret_basic; token_endpoint_auth_methods_supported lists ${listed(shown) || 'none'}.`,
      fix: 'Accept and list one of these methods.',
      evidence: [inBody(read.exchange, '/token_endpoint_auth_methods_supported')],
      paste: memberToPaste('token_endpoint_auth_methods_supported', [
        'client_secret_basic',
        ...shown,
      ]),
    })
  },
}

/** The text of the extension is not at one with itself: its example posts the secret in the body. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'private_key_jwt',
  'client_secret_basic',
  'client_secret_post',
])
