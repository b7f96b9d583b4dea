import type { Culprit, Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'
import { isAboutResource, shownError, tokenError } from './oauth-error.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const exchangesTheCode: Rule = {
  id: 'TOK-20',
  name: 'exchanges-the-code',
  title: 'The token endpoint grants what was asked for',
  level: 'practice',
  spec: ['oauth21-token-error', 'rfc6749-5.2'],
  step: 'token',
  stops: true,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (broughtToken(seen)) return PASS
    if (seen.answer.status >= 500) return notApplicable('The endpoint is out of order: TOK-04')
    const error = tokenError(run)
    if (error === undefined) return cannotTell('The answer names no error: TOK-02 or TOK-04')
    if (isAboutResource(error)) return notApplicable('The resource parameter was refused: RES-05')
    const { fix, culprit } = adviceFor(run, error.error)
    return fail({
      says: `The token endpoint refused the request with ${shownError(error)}.`,
      fix,
      culprit,
      evidence: [error.evidence],
    })
  },
}

function adviceFor(run: Run, error: string): { readonly fix: string; readonly culprit: Culprit } {
  const isOurs = run.facts.clientIdentity?.kind === 'pre-registered'
  switch (error) {
    case 'invalid_client':
      return {
        fix: isOurs
          ? 'Check client id, secret and authentication method against the registration.'
          : 'Accept this client by the method that it was registered with.',
        culprit: isOurs ? 'person' : 'issuer',
      }
    case 'invalid_grant':
      return {
        fix: 'Check that the code lives long enough, that redirect URI and PKCE verifier are compared as sent, and that it was not used before.',
        culprit: 'issuer',
      }
    case 'unsupported_grant_type':
    case 'unauthorized_client':
      return {
        fix: `Allow the grant ${run.config.grant} for this client.`,
        culprit: isOurs ? 'person' : 'issuer',
      }
    case 'invalid_scope':
      return {
        fix: 'Allow the scopes that were asked for, or do not advertise them.',
        culprit: 'issuer',
      }
    default:
      return { fix: 'Find the reason in the log of the authorization server.', culprit: 'issuer' }
  }
}
