import type { Server } from 'node:http'

export type Place = { readonly host: string; readonly port: number }

const TRIES = 50

/** Listens on the first free port from the wished one on; `onTaken` hears of each that was not. */
export async function listenFrom(
  server: Server,
  place: Place,
  onTaken: (port: number) => void,
): Promise<number> {
  const last = Math.min(place.port + TRIES, 65_535)
  for (let port = place.port; port < last; port += 1) {
    if (await tryListen(server, { ...place, port })) return findPort(server)
    onTaken(port)
  }
  await listen(server, { ...place, port: last })
  return findPort(server)
}

async function tryListen(server: Server, place: Place): Promise<boolean> {
  try {
    await listen(server, place)
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') return false
    throw cause
  }
}

function listen(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function findPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
