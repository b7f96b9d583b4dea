import { createSandbox } from '../sandbox/sandbox.ts'
import { type Answer, toListener } from './local/fetch-listener.ts'
import { listenOnLoopback } from './local/loopback.ts'

export type PracticeServer = {
  /** The address of the MCP server; its issuer has a port, and so an origin, of its own. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const notReady: Answer = async () => new Response(null, { status: 503 })

/** Serves a healthy MCP server and its issuer from `port` on; 0 takes any. */
export async function servePractice(port: number): Promise<PracticeServer> {
  // A practice server must know its addresses, and those are known once the ports are.
  let answer = notReady
  const listener = toListener((request) => answer(request))
  const server = await listenOnLoopback(listener, port)
  const issuer = await listenOnLoopback(listener, port === 0 ? 0 : server.port + 1)
  const url = `http://localhost:${server.port}/mcp`
  const sandbox = createSandbox({ server: url, issuer: `http://localhost:${issuer.port}` })
  answer = (request) => sandbox.fetch(request)
  return {
    url,
    port: server.port,
    close: async () => {
      await Promise.all([server.close(), issuer.close()])
    },
  }
}
