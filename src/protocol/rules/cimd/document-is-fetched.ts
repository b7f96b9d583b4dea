import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { type OAuthError, authorizationError, shownError, tokenError } from '../tok/oauth-error.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

const ABOUT_THE_CLIENT = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_client_metadata',
])

export const documentIsFetched: Rule = {
  id: 'CIMD-09',
  name: 'document-is-fetched',
  title: 'The authorization server fetches the document that a URL client id names',
  level: 'should',
  spec: ['mcp-registration-2026-07-28'],
  since: '2025-11-25',
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run, client) {
    const identity = run.facts.clientIdentity
    if (identity?.kind !== 'client-document') return notApplicable('The client id is no document')
    if (run.facts.tokens) return PASS
    const errors = [authorizationError(run, client), tokenError(run)].flatMap(
      (error) => error ?? [],
    )
    const refusal = errors.find(isAboutTheClient)
    const request = run.facts.authorization ?? run.authorizations.at(-1)
    if (refusal) {
      return fail({
        says: `The authorization server advertises client ID metadata documents, but refused ${identity.clientId} with ${shownError(refusal)}.`,
        fix: 'Let the authorization server fetch that address (https, 200, JSON, no redirect) and accept its client; a refusal by policy is legal, but should be named.',
        evidence: [refusal.evidence, ...(request ? [inUrl(request.exchange)] : [])],
        paste: { title: 'Client to accept', text: identity.clientId },
      })
    }
    if (run.facts.callback) return PASS
    return cannotTell(
      'Nobody came back yet. An error page about an unknown client would mean that the document was not fetched',
    )
  },
}

function isAboutTheClient({ error, description = '' }: OAuthError): boolean {
  if (ABOUT_THE_CLIENT.has(error)) return true
  return error === 'invalid_request' && /client[ _]?id|client metadata/i.test(description)
}
