import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type LoopbackServer = {
  readonly port: number
  close(): Promise<void>
}

const HIGHEST_PORT = 65_535

/**
 * Listens on both loopback addresses, as browsers take `localhost` for either, and on nothing that
 * another machine could reach. When the port is taken it moves on to the next; 0 takes any.
 */
export async function listenOnLoopback(
  listener: RequestListener,
  port: number,
): Promise<LoopbackServer> {
  for (let candidate = port; candidate <= HIGHEST_PORT; candidate += 1) {
    const servers = await tryToListen(listener, candidate)
    if (servers !== undefined) return toLoopbackServer(servers)
  }
  throw new Error(`No free port from ${port} to ${HIGHEST_PORT}.`)
}

async function tryToListen(
  listener: RequestListener,
  port: number,
): Promise<readonly [Server, ...Server[]] | undefined> {
  const first = createServer(listener)
  if ((await listen(first, '127.0.0.1', port)) !== 'listening') return undefined
  const second = createServer(listener)
  const outcome = await listen(second, '::1', portOf(first))
  if (outcome === 'listening') return [first, second]
  if (outcome === 'unavailable') return [first]
  await close(first)
  return undefined
}

type Outcome = 'listening' | 'taken' | 'unavailable'

function listen(server: Server, host: string, port: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken')
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
        resolve('unavailable')
      else reject(error)
    })
    server.listen(port, host, () => resolve('listening'))
  })
}

function toLoopbackServer(servers: readonly [Server, ...Server[]]): LoopbackServer {
  return {
    port: portOf(servers[0]),
    close: async () => {
      await Promise.all(servers.map((server) => close(server)))
    },
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
