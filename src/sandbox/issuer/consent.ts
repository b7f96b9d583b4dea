import { type Visit, noteSecret, secondsNow } from '../scene.ts'
import {
  type AuthorizationRequest,
  callbackUrl,
  errorParameters,
  readAuthorization,
} from './authorization.ts'

/** What the issuer makes of an authorization request. */
export type ConsentRequest =
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | {
      readonly kind: 'ask'
      readonly clientName: string
      readonly clientId: string
      readonly redirectUri: string
      readonly scopes: readonly string[]
      readonly resource: string | undefined
      /** Grants all that was asked for, or only these scopes; gives the address to go to. */
      allow(scopes?: readonly string[]): Promise<string>
      deny(): Promise<string>
    }

/** How long a code may wait for its exchange, in seconds. */
const CODE_LIFETIME = 60

export async function askForConsent(
  visit: Visit,
  parameters: URLSearchParams,
): Promise<ConsentRequest> {
  const reading = await readAuthorization(visit, parameters)
  if (reading.kind !== 'ask') return reading
  const { request } = reading
  return {
    kind: 'ask',
    clientName: request.client.name,
    clientId: request.client.id,
    redirectUri: request.redirectUri,
    scopes: request.scopes,
    resource: request.resources[0],
    allow: (scopes) => allow(visit, request, scopes),
    deny: () => Promise.resolve(deny(visit, request)),
  }
}

async function allow(
  visit: Visit,
  request: AuthorizationRequest,
  allowed: readonly string[] = request.scopes,
): Promise<string> {
  const { redirectUri, state, challenge, resources } = request
  const content = {
    id: crypto.randomUUID(),
    issuer: visit.issuer,
    client: request.client.id,
    redirectUri,
    challenge,
    resources,
    scopes: request.scopes.filter((scope) => allowed.includes(scope)),
    asked: request.scopes,
    expires: secondsNow(visit.scene) + CODE_LIFETIME,
  }
  const code = noteSecret(visit.scene, await visit.scene.sealer.seal('code', content))
  return callbackUrl(visit, { redirectUri, state, parameters: [['code', code]] })
}

function deny(visit: Visit, { redirectUri, state }: AuthorizationRequest): string {
  const parameters = errorParameters('access_denied', 'The person said no')
  return callbackUrl(visit, { redirectUri, state, parameters })
}
