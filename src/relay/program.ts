import type { RelayHandler, RelayOptions } from './handler.ts'
import { createRelayHandler } from './handler.ts'
import type { Listening } from './listen.ts'
import { listenFrom } from './listen.ts'
import type { ProgramOptions } from './program-options.ts'
import { parseOptions, toAddresses, toShownHost, USAGE } from './program-options.ts'
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
  const listener = routeRelay({ ...options, secret, signal: ports.signal })
  const listening = await tryToListen(listener, options, ports)
  if (listening === undefined) return 2
  ports.say(`Relay http://${toShownHost(options)}:${listening.port}${PATH}#${secret}`)
  if (options.origins.length === 0) {
    ports.warn('No page may use it yet: name the page with --allow-origin URL.')
  }
  await untilAborted(ports.signal)
  await listening.close()
  return 0
}

/** Undefined when the machine does not let it: a foreign address, a port for the administrator. */
async function tryToListen(
  listener: RelayHandler,
  { host, port }: ProgramOptions,
  { warn }: ProgramPorts,
): Promise<Listening | undefined> {
  try {
    return await listenFrom(listener, { hosts: toAddresses(host), port }, (taken) => {
      warn(`Port ${taken} is taken, trying the next one.`)
    })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    warn(`--host ${host} --port ${port}: the relay cannot listen there (${String(cause.code)}).`)
    return undefined
  }
}

function routeRelay(options: RelayOptions): RelayHandler {
  const handle = createRelayHandler(options)
  return (request, response) => {
    if (request.url === PATH) return handle(request, response)
    response.writeHead(404, { 'Content-Type': 'text/plain' })
    response.end(`The relay is at ${PATH}.\n`)
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
