import {
  Client,
  type OAuthClientInformationMixed,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type OAuthTokens,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import { type ClientHost, REDIRECT_URI, type RealClient } from './host.ts'

/** `@modelcontextprotocol/client`, with the provider that its documentation asks for. */
export const sdkV2: RealClient = {
  id: 'mcp-ts-sdk-v2',
  open(server, host) {
    const authProvider = createProvider(host)
    const create = () =>
      new StreamableHTTPClientTransport(new URL(server), { authProvider, fetch: host.fetch })
    let transport = create()
    let client = createClient()
    return {
      async connect() {
        await client.connect(transport, { timeout: 5_000 })
        await client.listTools(undefined, { timeout: 5_000 })
      },
      async finish(callback) {
        await transport.finishAuth(callback)
        await client.close()
        transport = create()
        client = createClient()
      },
      close: () => client.close(),
    }
  },
}

function createClient(): Client {
  return new Client({ name: 'agreement', version: '1.0.0' })
}

function createProvider(host: ClientHost): OAuthClientProvider {
  let information: OAuthClientInformationMixed | undefined
  let tokens: OAuthTokens | undefined
  let verifier = ''
  let discovered: OAuthDiscoveryState | undefined
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
    clientInformation: () => information,
    saveClientInformation: (saved) => void (information = saved),
    tokens: () => tokens,
    saveTokens: (saved) => void (tokens = saved),
    redirectToAuthorization: host.redirectToAuthorization,
    saveCodeVerifier: (saved) => void (verifier = saved),
    codeVerifier: () => verifier,
    saveDiscoveryState: (saved) => void (discovered = saved),
    discoveryState: () => discovered,
  }
}
