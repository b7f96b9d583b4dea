import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'

export type Place = {
  /** Each gets the same port. A later one that this machine does not have is left out. */
  readonly hosts: readonly [string, ...string[]]
  /** The first one to try; 0 takes any. */
  readonly port: number
}

export type Listening = {
  readonly port: number
  /** Takes nobody new, gives what is under way these milliseconds and time for a last word, then drops it. */
  close(grace?: number): Promise<void>
}

const TRIES = 50
const LAST_WORD_MS = 200

/** Listens on the first free port; `onTaken` hears of each that was not. */
export async function listenFrom(
  listener: RequestListener,
  { hosts, port }: Place,
  onTaken: (port: number) => void,
): Promise<Listening> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const wished = port === 0 ? 0 : port + turn
    const servers = await listenAt(listener, hosts, wished)
    if (servers !== 'taken')
      return { port: findPort(servers[0]), close: (grace = 0) => closeAll(servers, grace) }
    if (wished !== 0) onTaken(wished)
  }
  const message = `none of the ${TRIES} ports from ${port} on is free`
  throw Object.assign(new Error(message), { code: 'EADDRINUSE' })
}

type Servers = readonly [Server, ...Server[]]

async function listenAt(
  listener: RequestListener,
  [firstHost, ...otherHosts]: Place['hosts'],
  port: number,
): Promise<Servers | 'taken'> {
  const first = createServer(listener)
  const outcome = await listen(first, firstHost, port)
  if (outcome === 'taken') return 'taken'
  if (outcome !== 'listening') throw outcome
  const others: Server[] = []
  for (const host of otherHosts) {
    const server = createServer(listener)
    const other = await listen(server, host, findPort(first))
    if (other === 'listening') others.push(server)
    if (other === 'taken') {
      await closeAll([first, ...others], 0)
      return 'taken'
    }
  }
  return [first, ...others]
}

function listen(
  server: Server,
  host: string,
  port: number,
): Promise<'listening' | 'taken' | Error> {
  return new Promise((resolve) => {
    server.once('error', (error) => {
      resolve('code' in error && error.code === 'EADDRINUSE' ? 'taken' : error)
    })
    server.listen({ host, port }, () => resolve('listening'))
  })
}

function findPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}

async function closeAll(servers: Servers, grace: number): Promise<void> {
  await Promise.all(servers.map((server) => close(server, grace)))
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace + LAST_WORD_MS)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
