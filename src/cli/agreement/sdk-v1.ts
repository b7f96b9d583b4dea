import type { OAuthDiscoveryState } from '@modelcontextprotocol/sdk/client/auth.js'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type {
  OAuthClientInformationMixed,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js'
import type { RealClient } from './host.ts'
import { createProvider, openAnew } from './memory.ts'

/** `@modelcontextprotocol/sdk`, as its documentation has it. */
export const sdkV1: RealClient = {
  id: 'mcp-ts-sdk-v1',
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
        async finish(callback) {
          const error = callback.get('error')
          if (error !== null) throw new Error(error)
          await transport.finishAuth(callback.get('code') ?? '')
        },
        close: () => client.close(),
      }
    })
  },
}
