import {
  Client,
  type OAuthClientInformationMixed,
  type OAuthDiscoveryState,
  type OAuthTokens,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import { createProvider } from './memory.ts'
import { ABOUT, sdkClient } from './sdk-client.ts'

/** `@modelcontextprotocol/client`, as its documentation has it. */
export const sdkV2 = sdkClient<StreamableHTTPClientTransport>({
  id: 'mcp-ts-sdk-v2',
  createClient: () => new Client(ABOUT),
  transportsOf(host) {
    const authProvider = createProvider<
      OAuthClientInformationMixed,
      OAuthTokens,
      OAuthDiscoveryState
    >(host)
    return (server) =>
      new StreamableHTTPClientTransport(server, { authProvider, fetch: host.fetch })
  },
  finish: (transport, callback) => transport.finishAuth(callback),
})
