import { bearerAuth, mcpAuthRouter, StreamableHTTPTransport } from '@hono/mcp'
import { getRequestListener } from '@hono/node-server'
import { DemoInMemoryAuthProvider } from '@modelcontextprotocol/sdk/examples/server/demoInMemoryOAuthProvider.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { type Context, Hono } from 'hono'
import { listenLate } from './late-listener.ts'

/** An MCP server of @hono/mcp with its own issuer: its challenge points at a document that is not there. */
export type HonoServer = { readonly url: string; close(): Promise<void> }

export async function startHonoServer(): Promise<HonoServer> {
  const listening = await listenLate()
  const url = `${listening.origin}/mcp`
  const demo = new DemoInMemoryAuthProvider()
  const app = new Hono()
  app.route(
    '/',
    mcpAuthRouter({
      provider: adapt(demo),
      issuerUrl: new URL(listening.origin),
      scopesSupported: ['mcp:tools'],
      resourceServerUrl: new URL(url),
    }),
  )
  app.all('/mcp', bearerAuth({ verifyToken: (token) => isValid(demo, token) }), (context) =>
    answerMcp(context),
  )
  const listener = getRequestListener(app.fetch)
  listening.answerWith((request, response) => void listener(request, response))
  return { url, close: listening.close }
}

/** The demo provider redirects an Express response; here the redirect has to become the context's answer. */
function adapt(demo: DemoInMemoryAuthProvider) {
  return Object.assign(Object.create(demo), {
    authorize: (client: never, parameters: never, context: Context) =>
      demo.authorize(client, parameters, {
        redirect: (url: string) => {
          context.res = context.redirect(url)
        },
      }),
  })
}

async function isValid(demo: DemoInMemoryAuthProvider, token: string): Promise<boolean> {
  try {
    await demo.verifyAccessToken(token)
    return true
  } catch {
    return false
  }
}

/** Answers with one tool. */
export async function answerMcp(context: Context): Promise<Response> {
  const server = new McpServer({ name: 'e2e', version: '1.0.0' })
  server.registerTool('greet', { description: 'Says hello' }, () => ({
    content: [{ type: 'text', text: 'Hello' }],
  }))
  const transport = new StreamableHTTPTransport()
  await server.connect(transport)
  return (await transport.handleRequest(context)) ?? context.body(null, 204)
}
