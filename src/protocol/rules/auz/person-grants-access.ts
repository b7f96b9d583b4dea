import type { Culprit, Evidence, Paste, Rule } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { callbackSeen, isTrusted } from '../aur/callback-seen.ts'
import { inBody, inHeader } from '../evidence.ts'
import { authorizationError, isAboutResource, shownError } from '../tok/oauth-error.ts'
import { PASS, cannotTell, fail, notApplicable } from '../verdict.ts'

export const personGrantsAccess: Rule = {
  id: 'AUZ-20',
  name: 'person-grants-access',
  title: 'The authorization server and the person grant access',
  level: 'practice',
  spec: ['oauth21-code-response'],
  step: 'callback',
  stops: true,
  culprit: 'issuer',
  check(run, client) {
    const seen = callbackSeen(run)
    if (seen.kind === 'unknown') return seen.verdict
    if (!isTrusted(run, client, seen)) {
      return cannotTell('The answer may not be acted on, so its error is not read')
    }
    const error = authorizationError(run, client)
    if (error === undefined) return PASS
    if (seen.callback.code !== undefined) return notApplicable('The answer has a code too: AUR-03')
    if (isAboutResource(error)) return notApplicable('The resource parameter was refused: RES-05')
    return fail({
      says: `The authorization server came back with ${shownError(error)}.`,
      ...adviceFor(run, error.error),
      ...pasteFor(run, error.error),
      evidence: [error.evidence, ...scopeSource(run, error.error)],
    })
  },
}

/** Where the server named the scopes that were refused. */
function scopeSource(run: Run, error: string): readonly Evidence[] {
  const { candidates = [], from } = run.facts.scope ?? {}
  const source = candidates.find((each) => each.source === from)
  if (error !== 'invalid_scope' || source?.exchange === undefined) return []
  if (from === 'challenge') return [inHeader(source.exchange, 'www-authenticate')]
  return from === 'resource-metadata' ? [inBody(source.exchange, '/scopes_supported')] : []
}

function pasteFor(run: Run, error: string): { readonly paste?: Paste } {
  const asked = run.facts.scope?.asked ?? undefined
  if (error === 'invalid_scope') {
    return asked === undefined ? {} : { paste: { title: 'Scopes to allow', text: asked } }
  }
  const isAboutClient = error === 'unauthorized_client' || error === 'invalid_request'
  return isAboutClient
    ? { paste: { title: 'Redirect URI to allow', text: run.config.redirectUri } }
    : {}
}

function adviceFor(run: Run, error: string): { readonly fix: string; readonly culprit: Culprit } {
  switch (error) {
    case 'access_denied':
      return {
        fix: 'Grant access on the consent page, or ask the owner to allow this account.',
        culprit: 'person',
      }
    case 'login_required':
    case 'consent_required':
    case 'interaction_required':
    case 'account_selection_required':
      return {
        fix: 'Sign in and consent when the page asks for it; then begin anew.',
        culprit: 'person',
      }
    case 'invalid_scope':
      return scopeAdvice(run)
    case 'server_error':
    case 'temporarily_unavailable':
      return { fix: 'Find the error in the log of the authorization server.', culprit: 'issuer' }
    default:
      return clientAdvice(run)
  }
}

function scopeAdvice(run: Run): { readonly fix: string; readonly culprit: Culprit } {
  const scope = run.facts.scope
  const asked = scope?.asked ?? 'no scope'
  switch (scope?.from) {
    case 'person':
      return { fix: `Ask for scopes that exist there; ${asked} was asked for.`, culprit: 'person' }
    case 'challenge':
    case 'resource-metadata':
    case 'step-up':
      return {
        fix: `Allow ${asked} at the authorization server, or let the MCP server name scopes that exist there.`,
        culprit: 'server',
      }
    case 'server-metadata':
    case 'early-metadata':
    case 'fixed':
    case 'nobody':
    case undefined:
      return { fix: `Allow this client to ask for ${asked}.`, culprit: 'issuer' }
  }
}

function clientAdvice(run: Run): { readonly fix: string; readonly culprit: Culprit } {
  const isOurs = run.facts.clientIdentity?.kind === 'pre-registered'
  return {
    fix: 'Check that this client, its redirect URI and the code flow are allowed at the authorization server.',
    culprit: isOurs ? 'person' : 'issuer',
  }
}
