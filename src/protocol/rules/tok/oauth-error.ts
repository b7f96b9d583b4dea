import type { ExchangeId } from '../../http/exchange.ts'
import { stringMember } from '../../http/json.ts'
import type { ClientProfile } from '../../run/client.ts'
import type { Evidence } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { callbackSeen, isTrusted, valuesOf } from '../aur/callback-seen.ts'
import { inBody, inUrl } from '../evidence.ts'
import { quoted } from '../shown.ts'
import { tokenAnswerSeen } from './token-answer-seen.ts'

/** An OAuth error as it came, with the place that shows it. */
export type OAuthError = {
  readonly from: 'authorization' | 'token'
  readonly exchange: ExchangeId
  readonly error: string
  readonly description: string | undefined
  readonly evidence: Evidence
}

/** The error of the authorization response, unless the response may not be acted on. */
export function authorizationError(run: Run, client: ClientProfile): OAuthError | undefined {
  const seen = callbackSeen(run)
  if (seen.kind === 'unknown' || !isTrusted(run, client, seen)) return undefined
  const [error] = valuesOf(seen.callback, 'error')
  if (error === undefined) return undefined
  const { exchange } = seen.callback
  return {
    from: 'authorization',
    exchange,
    error,
    description: valuesOf(seen.callback, 'error_description')[0],
    evidence: inUrl(exchange),
  }
}

/** The error of the token endpoint's last answer. */
export function tokenError(run: Run): OAuthError | undefined {
  const seen = tokenAnswerSeen(run)
  if (seen.kind === 'unknown') return undefined
  const error = stringMember(seen.members, 'error')
  if (error === undefined) return undefined
  return {
    from: 'token',
    exchange: seen.exchange.id,
    error,
    description: stringMember(seen.members, 'error_description'),
    evidence: inBody(seen.exchange.id, seen.form === 'json' ? '/error' : undefined),
  }
}

/** An error as a sentence shows it. */
export function shownError({ error, description }: OAuthError): string {
  return description === undefined ? error : `${error}: ${quoted(description)}`
}

/** True when an error refuses `resource`. Entra ID says so in its description: AADSTS9010010. */
export function isAboutResource({ error, description = '' }: OAuthError): boolean {
  if (error === 'invalid_target') return true
  if (description.includes('AADSTS9010010')) return true
  return error === 'invalid_request' && /\bresource\b/i.test(description)
}
