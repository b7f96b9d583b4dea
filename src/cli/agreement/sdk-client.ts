import type { ClientHost, OpenedClient, RealClient } from './host.ts'

const PATIENCE = { timeout: 5_000 }

/** How a client names itself to a server. */
export const ABOUT = { name: 'agreement', version: '1.0.0' }

/** What one line of the SDK has of its own; both are used alike. */
type SdkLine<Transport> = {
  readonly id: string
  createClient(): {
    connect(transport: Transport, patience: typeof PATIENCE): Promise<void>
    listTools(parameters: undefined, patience: typeof PATIENCE): Promise<unknown>
    close(): Promise<void>
  }
  /** Gives what opens transports that share one memory. */
  transportsOf(host: ClientHost): (server: URL) => Transport
  finish(transport: Transport, callback: URLSearchParams): Promise<void>
}

/** A line of the SDK as its documentation has it: connect, list the tools, and begin anew once authorized. */
export function sdkClient<Transport>(line: SdkLine<Transport>): RealClient {
  return {
    id: line.id,
    open(server, host) {
      const createTransport = line.transportsOf(host)
      return openAnew(() => connectionOf(line, createTransport(new URL(server))))
    },
  }
}

function connectionOf<Transport>(line: SdkLine<Transport>, transport: Transport): OpenedClient {
  const client = line.createClient()
  return {
    async connect() {
      await client.connect(transport, PATIENCE)
      await client.listTools(undefined, PATIENCE)
    },
    finish: (callback) => line.finish(transport, callback),
    close: () => client.close(),
  }
}

/** A client that begins a new connection once it has been authorized. */
function openAnew(create: () => OpenedClient): OpenedClient {
  let connection = create()
  return {
    connect: () => connection.connect(),
    async finish(callback) {
      await connection.finish(callback)
      await connection.close()
      connection = create()
    },
    close: () => connection.close(),
  }
}
