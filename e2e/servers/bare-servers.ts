import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import * as express2 from '@modelcontextprotocol/express'
import { type NodeMcpRequestHandler, toNodeHandler } from '@modelcontextprotocol/node'
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js'
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js'
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createMcpHandler, OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server'
import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { answerMcp } from './hono-server.ts'
import type { Pasted } from './pasted.ts'
import { readToken } from './read-token.ts'
import { createServer } from './sdk-server.ts'

/** Where a server is, and whose tokens it takes. */
export type Place = { readonly issuer: string; readonly url: string }

/** A server that asks for a token and tells nobody where to get one; with texts, as its owner has mended it. */
export type BareServer = (place: Place, pasted?: Pasted) => RequestListener

/** All that these servers tell a client. */
const SCOPE = 'mcp:read'

type Verifier = Parameters<typeof requireBearerAuth>[0]['verifier']

/** Express with the first line of the SDK. */
export const bareSdkV1: BareServer = ({ issuer, url }, pasted) => {
  const app = createMcpExpressApp()
  const verifier: Verifier = {
    verifyAccessToken: (token) =>
      readToken(token, issuer, url).catch((error: unknown) => {
        throw new InvalidTokenError(String(error))
      }),
  }
  pasted?.apply({ app, verifier })
  app.use('/mcp', requireBearerAuth({ verifier, requiredScopes: [SCOPE] }))
  app.post('/mcp', (request: Asked, response: ServerResponse) => answerV1(request, response))
  return app
}

async function answerV1(request: Asked, response: ServerResponse): Promise<void> {
  const server = new McpServer({ name: 'e2e', version: '1.0.0' })
  server.registerTool('greet', { description: 'Says hello' }, () => ({
    content: [{ type: 'text', text: 'Hello' }],
  }))
  const transport = new StreamableHTTPServerTransport({})
  await server.connect(transport)
  await transport.handleRequest(request, response, request.body)
}

type Asked = IncomingMessage & { readonly body?: unknown }

/** Express with the second line of the SDK. */
export const bareSdkV2: BareServer = ({ issuer, url }, pasted) => {
  const app = express2.createMcpExpressApp()
  const verifier = {
    verifyAccessToken: (token: string) =>
      readToken(token, issuer, url).catch((error: unknown) => {
        throw new OAuthError(OAuthErrorCode.InvalidToken, String(error))
      }),
  }
  pasted?.apply({ app, verifier })
  app.use('/mcp', express2.requireBearerAuth({ verifier, requiredScopes: [SCOPE] }))
  const answer = toNodeHandler(createMcpHandler(createServer))
  app.all(
    '/mcp',
    (
      request: Parameters<NodeMcpRequestHandler>[0] & { readonly body?: unknown },
      response: Parameters<NodeMcpRequestHandler>[1],
    ) => answer(request, response, request.body),
  )
  return app
}

/** Hono, with its own guard. */
export const bareHono: BareServer = ({ issuer, url }, pasted) => {
  const app = new Hono()
  pasted?.apply({ app })
  const verifyToken = (token: string): Promise<boolean> =>
    readToken(token, issuer, url).then(
      () => true,
      () => false,
    )
  const noAuthenticationHeader = { wwwAuthenticateHeader: `Bearer scope="${SCOPE}"` }
  app.use('/mcp', bearerAuth({ verifyToken, noAuthenticationHeader }))
  app.all('/mcp', (context) => answerMcp(context))
  const listener = getRequestListener(app.fetch)
  return (request, response) => void listener(request, response)
}
