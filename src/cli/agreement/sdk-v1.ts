import type { OAuthDiscoveryState } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js'
import { createProvider } from './memory.ts'
import { ABOUT, sdkClient } from './sdk-client.ts'

/** `@modelcontextprotocol/sdk`, as its documentation has it. */
export const sdkV1 = sdkClient<StreamableHTTPClientTransport>({
  id: 'mcp-ts-sdk-v1',
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
  async finish(transport, callback) {
    const error = callback.get('error')
    if (error !== null) throw new Error(error)
    await transport.finishAuth(callback.get('code') ?? '')
  },
})
