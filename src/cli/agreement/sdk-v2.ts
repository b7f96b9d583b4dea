import {
  Client,
  type OAuthClientInformationMixed,
  type OAuthDiscoveryState,
  type OAuthTokens,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client'
import type { RealClient } from './host.ts'
import { createProvider, openAnew } from './memory.ts'

/** `@modelcontextprotocol/client`, as its documentation has it. */
export const sdkV2: RealClient = {
  id: 'mcp-ts-sdk-v2',
  open(server, host) {
    const authProvider = createProvider<
      OAuthClientInformationMixed,
      OAuthTokens,
      OAuthDiscoveryState
    >(host)
    return openAnew(() => {
      const options = { authProvider, fetch: host.fetch }
      const transport = new StreamableHTTPClientTransport(new URL(server), options)
      const client = new Client({ name: 'agreement', version: '1.0.0' })
      return {
        async connect() {
          await client.connect(transport, { timeout: 5_000 })
          await client.listTools(undefined, { timeout: 5_000 })
        },
        finish: (callback) => transport.finishAuth(callback),
        close: () => client.close(),
      }
    })
  },
}
