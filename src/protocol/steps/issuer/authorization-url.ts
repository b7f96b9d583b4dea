import type { ClientIdentity } from '../../run/facts.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { resourceIndicator } from './resource-indicator.ts'

/** What is new in each authorization request. */
export type AuthorizationRequest = {
  readonly endpoint: string
  readonly identity: ClientIdentity
  readonly state: string
  readonly codeChallenge: string
}

/** The address of an authorization request: what the endpoint's own query has, and each parameter once (digest 2.4). */
export function authorizationUrl(context: StepContext, request: AuthorizationRequest): string {
  const url = new URL(request.endpoint)
  const { asked, offlineAccess } = requireFact(context, 'scope')
  const resource = resourceIndicator(context)
  const parameters: readonly (readonly [string, string])[] = [
    ['response_type', 'code'],
    ['client_id', request.identity.clientId],
    ['redirect_uri', request.identity.redirectUri],
    ['code_challenge', request.codeChallenge],
    ['code_challenge_method', 'S256'],
    ['state', request.state],
    ...(resource === undefined ? [] : [['resource', resource] as const]),
    ...(asked === null ? [] : [['scope', asked] as const]),
    ...(offlineAccess && !url.searchParams.has('prompt') ? [['prompt', 'consent'] as const] : []),
    ...(context.config.authorizationParameters ?? []),
  ]
  for (const [name, value] of parameters) url.searchParams.set(name, value)
  return url.href
}
