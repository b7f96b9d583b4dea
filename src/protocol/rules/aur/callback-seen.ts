import type { ClientProfile } from '../../run/client.ts'
import type { AuthorizationFact, CallbackFact } from '../../run/facts.ts'
import type { Paste, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { policyOf } from '../policy-of.ts'
import { notApplicable, notReached } from '../verdict.ts'

/** The answer of the authorization server with the request that it belongs to, or the verdict of a rule that needs it. */
export type CallbackSeen =
  | {
      readonly kind: 'arrived'
      readonly callback: CallbackFact
      readonly request: AuthorizationFact
    }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The callback of a run, with the authorization request before it. */
export function callbackSeen(run: Run): CallbackSeen {
  if (run.config.grant !== 'authorization_code') {
    return { kind: 'unknown', verdict: notApplicable('This walk opens no page') }
  }
  if (run.facts.challenge?.required === false && run.authorizations.length === 0) {
    return { kind: 'unknown', verdict: notApplicable('The server answers without a token') }
  }
  const { callback } = run.facts
  const request = run.facts.authorization ?? run.authorizations.at(-1)
  if (callback === undefined || request === undefined) {
    return { kind: 'unknown', verdict: notReached('an answer of the authorization server') }
  }
  return { kind: 'arrived', callback, request }
}

/** The redirect that should have come, without what only this attempt may know. */
export function redirectToPaste(run: Run): Paste {
  const { redirectUri } = run.config
  const text = `Location: ${redirectUri}${redirectUri.includes('?') ? '&' : '?'}code=<code>&state=<state as it was sent>`
  return { title: 'Redirect on success', text }
}

/** True when the query has an answer at all: a code or an error. */
export function isAnswer({ code, error }: CallbackFact): boolean {
  return code !== undefined || error !== undefined
}

/** All values of a parameter that came back. */
export function valuesOf(callback: CallbackFact, name: string): readonly string[] {
  return callback.parameters.filter(([key]) => key === name).map(([, value]) => value)
}

/** What the authorization server promised about `iss`. */
export function promisesIss(run: Run): boolean {
  const document = run.facts.serverMetadata?.found?.document
  return document?.['authorization_response_iss_parameter_supported'] === true
}

/**
 * Whether the answer may be acted on and shown: the state is ours and `iss` is not wrong. After a mismatch a client
 * must not show the error parameters (MCP 2026-07-28, authorization response validation). A client that
 * compares no `iss` acts on the error all the same.
 */
export function isTrusted(
  run: Run,
  client: ClientProfile,
  seen: CallbackSeen & { readonly kind: 'arrived' },
): boolean {
  const { callback, request } = seen
  if (valuesOf(callback, 'state')[0] !== request.state) return false
  if (policyOf(run, client).issCheck === 'none') return true
  if (callback.iss === undefined) return !promisesIss(run)
  return callback.iss === request.issuer
}
