import type { Rule } from '../../run/rule.ts'
import { inUrl } from '../evidence.ts'
import { authorizationError, isAboutResource, shownError, tokenError } from '../tok/oauth-error.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const resourceIsAccepted: Rule = {
  id: 'RES-05',
  name: 'resource-is-accepted',
  title: 'The authorization server accepts the resource parameter',
  level: 'practice',
  spec: ['rfc8707-2', 'mcp-resource-2026-07-28'],
  since: '2025-06-18',
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run, client) {
    const request = run.facts.authorization ?? run.authorizations.at(-1)
    if (request && request.resource === undefined) {
      return notApplicable('This walk sends no resource')
    }
    const errors = [authorizationError(run, client), tokenError(run)].flatMap(
      (error) => error ?? [],
    )
    const refusal = errors.find(isAboutResource)
    if (refusal === undefined) {
      return run.facts.tokens
        ? PASS
        : cannotTell('No token was issued, and no error names resource')
    }
    const resource = request?.resource ?? 'the resource that was sent'
    return fail({
      says: `Clients must send resource, and an authorization server has to accept it or pass over it; ${resource} was refused with ${shownError(refusal)}.`,
      fix: `Make ${resource} known to the authorization server as a resource (audience), or let it ignore the parameter.`,
      evidence: [refusal.evidence, ...(request ? [inUrl(request.exchange)] : [])],
      paste: { title: 'Resource to accept', text: resource },
    })
  },
}
