import { type JsonObject, isJsonArray } from '../../http/json.ts'
import type { Rule } from '../../run/rule.ts'
import { inBody, pointer } from '../evidence.ts'
import { PASS, fail } from '../verdict.ts'
import { readOwnDocument } from './own-document.ts'

export const documentIsWhole: Rule = {
  id: 'CIMD-04',
  name: 'document-is-whole',
  title: 'The client document has client_id, client_name and the redirect URI in use',
  level: 'must',
  spec: ['mcp-registration-2026-07-28'],
  since: '2025-11-25',
  step: 'registration',
  stops: false,
  culprit: 'client',
  check(run) {
    const read = readOwnDocument(run)
    if (read.kind === 'unknown') return read.verdict
    const { document, exchange, url } = read
    const redirectUri = run.facts.clientIdentity?.redirectUri ?? ''
    const lacking = lackingIn(document, redirectUri)
    if (lacking === undefined) return PASS
    return fail({
      says: `The document at ${url} must have client_id, client_name and redirect_uris with the URI in use; ${lacking.why}.`,
      fix: 'Add it to the document.',
      evidence: [inBody(exchange, pointer(lacking.member))],
      paste: {
        title: 'Members of the client document',
        text: `"client_name": "<shown when consent is asked>",\n"redirect_uris": [${JSON.stringify(redirectUri)}]`,
      },
    })
  },
}

function lackingIn(document: JsonObject, redirectUri: string) {
  for (const member of ['client_id', 'client_name']) {
    if (typeof document[member] !== 'string') return { member, why: `${member} is missing` }
  }
  const member = 'redirect_uris'
  const uris = document[member]
  if (!isJsonArray(uris)) return { member, why: `${member} is missing` }
  if (uris.includes(redirectUri)) return undefined
  return { member, why: `${member} does not have ${redirectUri}` }
}
