import { type JsonObject, stringMember } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { PASS, fail } from '../verdict.ts'
import { readOwnDocument } from './own-document.ts'

export const documentHasNoSecret: Rule = {
  id: 'CIMD-05',
  name: 'document-has-no-secret',
  title: 'The client document knows no shared secret',
  level: 'must',
  spec: ['cimd-4.1'],
  since: '2025-11-25',
  step: 'registration',
  stops: false,
  culprit: 'client',
  check(run) {
    const read = readOwnDocument(run)
    if (read.kind === 'unknown') return read.verdict
    const { document, exchange, url } = read
    const member = secretIn(document)
    if (member === undefined) return PASS
    return fail({
      says: `A client document is public and must rest on no shared secret; the one at ${url} does, in ${member}.`,
      fix: 'Take the secret out and set token_endpoint_auth_method to none, or to private_key_jwt with jwks or jwks_uri.',
      evidence: [inBody(exchange, pointer(member))],
    })
  },
}

function secretIn(document: JsonObject): string | undefined {
  for (const member of ['client_secret', 'client_secret_expires_at']) {
    if (document[member] !== undefined) return member
  }
  const member = 'token_endpoint_auth_method'
  const method = stringMember(document, member) ?? 'none'
  if (method.startsWith('client_secret')) return member
  const hasKeys = document.jwks !== undefined || document.jwks_uri !== undefined
  return method === 'private_key_jwt' && !hasKeys ? member : undefined
}
