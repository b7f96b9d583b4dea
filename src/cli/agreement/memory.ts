import { type ClientHost, REDIRECT_URI } from './host.ts'

/**
 * What an application keeps for a client library, and what it says of itself: the provider that the documentation of
 * both lines of the SDK asks for.
 */
export function createProvider<Information, Tokens, Discovered>(host: ClientHost) {
  const kept: { information?: Information; tokens?: Tokens; discovered?: Discovered } = {}
  let verifier = ''
  return {
    redirectUrl: REDIRECT_URI,
    clientMetadata: {
      client_name: 'Agreement',
      redirect_uris: [REDIRECT_URI],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    state: host.state,
    clientInformation: () => kept.information,
    saveClientInformation: (saved: Information) => void (kept.information = saved),
    tokens: () => kept.tokens,
    saveTokens: (saved: Tokens) => void (kept.tokens = saved),
    redirectToAuthorization: host.redirectToAuthorization,
    saveCodeVerifier: (saved: string) => void (verifier = saved),
    codeVerifier: () => verifier,
    saveDiscoveryState: (saved: Discovered) => void (kept.discovered = saved),
    discoveryState: () => kept.discovered,
  }
}
