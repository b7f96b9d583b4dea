import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { createRelayHandler } from './handler.ts'
import { listenFrom } from './listen.ts'
import type { ProgramOptions } from './program-options.ts'
import { isLoopback, isWildcard, parseOptions, toUrlHost, USAGE } from './program-options.ts'
import { makeRelaySecret } from './secret.ts'

export type ProgramPorts = {
  /** A line for standard output. */
  say(line: string): void
  /** A line for standard error. */
  warn(line: string): void
  /** Ctrl-C. */
  readonly signal: AbortSignal
}

const PATH = '/relay'

/** Runs the relay until the signal and gives the exit code. */
export async function runRelay(argv: readonly string[], ports: ProgramPorts): Promise<number> {
  const options = parseOptions(argv)
  switch (options.kind) {
    case 'help':
      ports.say(USAGE)
      return 0
    case 'wrong':
      ports.warn(options.message)
      return 2
    case 'options':
      return await serveRelay(options, ports)
  }
}

async function serveRelay(options: ProgramOptions, ports: ProgramPorts): Promise<number> {
  const secret = makeRelaySecret()
  const server = createServer(routeRelay({ ...options, secret, signal: ports.signal }))
  const wished = { host: options.host, port: options.port }
  const port = await listenFrom(server, wished, (taken) => {
    ports.warn(`Port ${taken} is taken, trying the next one.`)
  })
  ports.say(`Relay http://${toShownHost(options)}:${port}${PATH}#${secret}`)
  if (options.origins.length === 0) {
    ports.warn('No page may use it yet: name the page with --allow-origin URL.')
  }
  await untilStopped(server, ports.signal)
  return 0
}

function routeRelay(
  options: Parameters<typeof createRelayHandler>[0],
): ReturnType<typeof createRelayHandler> {
  const handle = createRelayHandler(options)
  return (request, response) => {
    if (request.url === PATH) return handle(request, response)
    response.writeHead(404, { 'Content-Type': 'text/plain' })
    response.end(`The relay is at ${PATH}.\n`)
  }
}

/** The name that works in a browser: the port may be open on every address, or on loopback. */
function toShownHost({ host, hosts }: ProgramOptions): string {
  if (isWildcard(host)) return hosts[0] ?? 'localhost'
  return isLoopback(host) && host !== '::1' ? 'localhost' : toUrlHost(host)
}

function untilStopped(server: Server, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      server.close(() => resolve())
      server.closeIdleConnections()
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
