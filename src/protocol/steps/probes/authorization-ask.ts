import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
} from 'oauth4webapi'
import type { Ask } from '../../http/wire.ts'
import { type StepContext, requireFact } from '../../run/step.ts'
import { isSecureUrl } from '../../spec/locations.ts'
import { authorizationUrl } from '../issuer/authorization-url.ts'

/** An authorization request that nobody is sent to, and what its answer must match. */
export type QuietRequest = {
  readonly url: URL
  readonly verifier: string
  readonly state: string
  readonly redirectUri: string
}

/** Why no authorization request can be made without a person, or undefined. */
export function whyNoRequest({ config, run, wire }: StepContext): string | undefined {
  const { serverMetadata, clientIdentity, scope } = run.facts
  if (config.grant === 'client_credentials') {
    return 'the client credentials grant has no authorization request'
  }
  if (!serverMetadata || !clientIdentity || !scope) return 'this walk needed no authorization'
  const endpoint = serverMetadata.authorizationEndpoint
  if (endpoint === undefined || !isSecureUrl(endpoint)) {
    return 'the metadata names no authorization endpoint that may be opened'
  }
  return wire.canRelay
    ? undefined
    : 'a page cannot see where an authorization endpoint leads; the relay can'
}

/** A fresh request. It asks for no consent again: a person is not there to give it. */
export async function quietRequest(context: StepContext): Promise<QuietRequest> {
  const identity = requireFact(context, 'clientIdentity')
  const { authorizationEndpoint = '' } = requireFact(context, 'serverMetadata')
  const verifier = generateRandomCodeVerifier()
  const state = generateRandomState()
  const codeChallenge = await calculatePKCECodeChallenge(verifier)
  const request = { endpoint: authorizationEndpoint, identity, state, codeChallenge }
  const url = new URL(authorizationUrl(context, request))
  if (url.searchParams.get('prompt') === 'consent') url.searchParams.delete('prompt')
  return { url, verifier, state, redirectUri: identity.redirectUri }
}

/** The request as the relay makes it: without cookies, and without following where it leads. */
export function authorizationAsk(url: URL): Ask {
  return {
    step: 'probes',
    purpose: '',
    to: 'issuer',
    method: 'GET',
    url: url.href,
    headers: [['Accept', 'text/html']],
    repeatable: true,
    via: 'relay',
  }
}
