import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  createMcpExpressApp,
  mcpAuthMetadataRouter,
  requireBearerAuth,
} from '@modelcontextprotocol/express'
import { type NodeMcpRequestHandler, toNodeHandler } from '@modelcontextprotocol/node'
import {
  createMcpHandler,
  getOAuthProtectedResourceMetadataUrl,
  McpServer,
  OAuthError,
  OAuthErrorCode,
} from '@modelcontextprotocol/server'
import { type CertifiedIssuer, SCOPES } from './certified-issuer.ts'
import { listenLate } from './late-listener.ts'
import { readToken } from './read-token.ts'

/** What is particular about an MCP server. */
export type SdkServerChoices = {
  /** Lets pages read its answers. */
  readonly cors: boolean
  /** Speaks 2026-07-28 alone. */
  readonly modernOnly?: true
  /** What every request needs; `mcp:read` where nothing is said. */
  readonly requiredScopes?: readonly string[]
}

/** An MCP server of the SDK's second line, which takes the tokens of an issuer. */
export type SdkServer = { readonly url: string; close(): Promise<void> }

export async function startSdkServer(
  issuer: CertifiedIssuer,
  { cors, modernOnly, requiredScopes = ['mcp:read'] }: SdkServerChoices,
): Promise<SdkServer> {
  const listening = await listenLate()
  const url = `${listening.origin}/mcp`
  const address = new URL(url)
  issuer.protect(url)
  const app = createMcpExpressApp({ host: '127.0.0.1' })
  if (cors) app.use(allowPages)
  const oauthMetadata = await fetchMetadata(issuer)
  app.use(
    mcpAuthMetadataRouter({ oauthMetadata, resourceServerUrl: address, scopesSupported: SCOPES }),
  )
  const guard = requireBearerAuth({
    verifier: { verifyAccessToken: (token) => verify(token, issuer.issuer, url) },
    requiredScopes: [...requiredScopes],
    resourceMetadataUrl: getOAuthProtectedResourceMetadataUrl(address),
  })
  const handler = createMcpHandler(createServer, modernOnly ? { legacy: 'reject' } : {})
  const answer = toNodeHandler(handler)
  app.all('/mcp', guard, (request: Asked, response: Answered) =>
    answer(request, response, request.body),
  )
  listening.answerWith(app)
  return { url, close: listening.close }
}

type Asked = Parameters<NodeMcpRequestHandler>[0] & { readonly body?: unknown }
type Answered = Parameters<NodeMcpRequestHandler>[1]

/** A server with one tool. */
export function createServer(): McpServer {
  const server = new McpServer({ name: 'e2e', version: '1.0.0' })
  server.registerTool('greet', { description: 'Says hello' }, () => ({
    content: [{ type: 'text', text: 'Hello' }],
  }))
  return server
}

function allowPages(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Expose-Headers', 'WWW-Authenticate, Mcp-Session-Id')
  if (request.method !== 'OPTIONS') return next()
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, DELETE')
  const asked = request.headers['access-control-request-headers']
  if (asked !== undefined) response.setHeader('Access-Control-Allow-Headers', asked)
  response.writeHead(204).end()
}

async function fetchMetadata({ issuer }: CertifiedIssuer) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`)
  return await answer.json()
}

async function verify(token: string, issuer: string, resource: string) {
  try {
    return await readToken(token, issuer, resource)
  } catch (error) {
    throw new OAuthError(OAuthErrorCode.InvalidToken, String(error))
  }
}
