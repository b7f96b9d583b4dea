import type { Rule } from '../../run/rule.ts'
import { PASS, cannotTell, fail } from '../verdict.ts'
import { shownError, tokenError } from './oauth-error.ts'
import { broughtToken, tokenAnswerSeen } from './token-answer-seen.ts'

export const unknownParametersAreIgnored: Rule = {
  id: 'TOK-09',
  name: 'unknown-parameters-are-ignored',
  title: 'The token endpoint passes over parameters that it does not know',
  level: 'must',
  spec: ['oauth21-endpoint-cors'],
  step: 'token',
  stops: false,
  culprit: 'issuer',
  check(run) {
    const seen = tokenAnswerSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (broughtToken(seen)) return PASS
    const error = tokenError(run)
    const isUnknown = /\b(?:unknown|unrecogni[sz]ed|unexpected|unsupported) (?:form )?param/i
    if (error === undefined || !isUnknown.test(error.description ?? '')) {
      return cannotTell('The token request was refused for another reason')
    }
    return fail({
      says: `A token endpoint must pass over parameters that it does not know; it refused the request with ${shownError(error)}.`,
      fix: 'Ignore unknown parameters of token requests, resource among them.',
      evidence: [error.evidence],
    })
  },
}
