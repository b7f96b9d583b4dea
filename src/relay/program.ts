import { openPeopleFile, writeNewToken } from './door/people-file.ts'
import { makeToken } from './door/people.ts'
import { recognisePeople } from './door/recognise.ts'
import type { RelayHandler, RelayKeys, RelaySettings } from './handler.ts'
import { createRelayHandler } from './handler.ts'
import type { Listening } from './listen.ts'
import { listenFrom } from './listen.ts'
import { toAddresses, toShownHost } from './own-host.ts'
import type { ProgramOptions } from './program-options.ts'
import { parseOptions } from './program-options.ts'
import { USAGE } from './program-usage.ts'

export type ProgramPorts = {
  /** A line for standard output. */
  say(line: string): void
  /** A line for standard error. */
  warn(line: string): void
  /** Ctrl-C. */
  readonly signal: AbortSignal
}

const PATH = '/relay'
const HEALTH_PATH = '/health'

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
    case 'new-token':
      return await giveToken(options, ports)
    case 'options':
      return await serveRelay(options, ports)
  }
}

type Registration = { readonly people: string; readonly name: string }

async function giveToken({ people, name }: Registration, ports: ProgramPorts): Promise<number> {
  try {
    const { token, isReplaced } = await writeNewToken(people, name)
    if (isReplaced) ports.warn(`The token that ${name} had no longer opens the relay.`)
    ports.warn(`The token of ${name}; it is shown this once:`)
    ports.say(token)
    return 0
  } catch (cause) {
    ports.warn(`--people ${people}: ${cause instanceof Error ? cause.message : String(cause)}`)
    return 2
  }
}

async function serveRelay(options: ProgramOptions, ports: ProgramPorts): Promise<number> {
  const { people, host, grace } = options
  const stopping = new AbortController()
  const secret = makeToken()
  const keys =
    people === undefined
      ? { secret }
      : { recognise: recognisePeople(openPeopleFile(people, ports.warn)) }
  const listener = routeRelay({ ...toSettings(options, ports), signal: stopping.signal, ...keys })
  const listening = await tryToListen(listener, options, ports)
  if (listening === undefined) return 2
  const address = `http://${toShownHost(host)}:${listening.port}${PATH}`
  // Standard output is for the secret of one's own relay, and for the log of a team's.
  if (people === undefined) ports.say(`Relay ${address}#${secret}`)
  else ports.warn(`Relay ${address}`)
  if (options.origins.length === 0) {
    ports.warn('No page may use it yet: name the page with --allow-origin URL.')
  }
  await untilAborted(ports.signal)
  const timer = setTimeout(() => stopping.abort(), grace)
  await listening.close(grace)
  clearTimeout(timer)
  return 0
}

function toSettings(options: ProgramOptions, { say }: ProgramPorts): RelaySettings {
  return { ...options, ...(options.isLogging && { log: (entry) => say(JSON.stringify(entry)) }) }
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

function routeRelay(options: RelayKeys & RelaySettings): RelayHandler {
  const handle = createRelayHandler(options)
  return (request, response) => {
    if (request.url === PATH) return handle(request, response)
    // For the check of a reverse proxy: it tells nothing that a stranger may not know.
    const isHealth = request.url === HEALTH_PATH
    const type = isHealth ? 'application/json' : 'text/plain'
    response.writeHead(isHealth ? 200 : 404, { 'Content-Type': type, 'Cache-Control': 'no-store' })
    response.end(isHealth ? '{"status":"ok"}\n' : `The relay is at ${PATH}.\n`)
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
