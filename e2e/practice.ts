import { toListener } from '../src/cli/local/fetch-listener.ts'
import { listenOnLoopback } from '../src/cli/local/loopback.ts'
import { type FaultName, FAULTS } from '../src/sandbox/faults.ts'
import type { Refinements } from '../src/sandbox/options.ts'
import { type Sandbox, createSandbox } from '../src/sandbox/sandbox.ts'

/** How a practice server is to be; healthy and granting by itself where nothing is said. */
export type PracticeChoices = Refinements & {
  readonly fault?: FaultName
  /** The issuer lives on the origin of the MCP server, as in 2025-03-26. */
  readonly oneOrigin?: true
  /** Changes what has come from the network before the practice server sees it. */
  readonly answer?: (request: Request, sandbox: Sandbox) => Promise<Response>
}

/** A practice server on loopback ports: the MCP server on one, its issuer on another. */
export type Practice = {
  readonly url: string
  readonly issuer: string
  readonly sandbox: Sandbox
  /** Method and path of all that it was asked, in order. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Opens a practice server. It must know its addresses, so the ports are taken first. */
export async function openPractice(choices: PracticeChoices = {}): Promise<Practice> {
  const { fault, oneOrigin, answer, ...refinements } = choices
  const asked: string[] = []
  let reply = (_request: Request): Promise<Response> =>
    Promise.resolve(new Response(null, { status: 503 }))
  const listener = toListener((request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return reply(request)
  })
  const server = await listenOnLoopback(listener, 0)
  const login = await listenOnLoopback(listener, 0)
  const url = `http://localhost:${server.port}/mcp`
  const origin = `http://localhost:${oneOrigin ? server.port : login.port}`
  const { needs = {}, issuerAs } = fault === undefined ? {} : FAULTS[fault]
  const issuer = issuerAs?.(origin, url) ?? origin
  const faults = fault === undefined ? [] : [fault]
  const sandbox = createSandbox({ server: url, issuer, ...needs, ...refinements, faults })
  reply = (request) => answer?.(request, sandbox) ?? sandbox.fetch(request)
  return {
    url,
    issuer,
    sandbox,
    asked,
    close: async () => {
      await Promise.all([server.close(), login.close()])
    },
  }
}
