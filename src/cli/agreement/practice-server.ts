import { type FaultName, FAULTS, withFault } from '../../sandbox/faults.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { type Answer, toListener } from '../local/fetch-listener.ts'
import { listenOnLoopback } from '../local/loopback.ts'

/** A practice server on loopback ports that can be set up anew for each walk. */
export type PracticeServer = {
  readonly url: string
  /** The server as if nobody had ever asked it, with this fault or in good health. */
  renew(fault: FaultName | null): void
  /** Method and address of each request since then. */
  asked(): readonly string[]
  close(): Promise<void>
}

/** A practice server must know its addresses, so the ports are taken first. */
export async function openPracticeServer(): Promise<PracticeServer> {
  let answer: Answer = async () => new Response(null, { status: 503 })
  let asked: string[] = []
  const listener = toListener((request) => {
    asked.push(`${request.method} ${request.url}`)
    return answer(request)
  })
  const server = await listenOnLoopback(listener, 0)
  const issuer = await listenOnLoopback(listener, 0)
  const at = {
    server: `http://localhost:${server.port}/mcp`,
    issuer: `http://localhost:${issuer.port}`,
    origins: 'any',
  } as const
  return {
    url: at.server,
    asked: () => asked,
    renew(fault) {
      asked = []
      const sandbox = createSandbox({
        tokens: fault !== null && FAULTS[fault].effect.claims ? 'jwt' : 'opaque',
        ...(fault === null ? at : withFault(at, fault)),
      })
      answer = (request) => sandbox.fetch(request)
    },
    async close() {
      await Promise.all([server.close(), issuer.close()])
    },
  }
}

/** True where the fault shows only at a default port, or on a host that is not there. */
export function needsAnotherHost(name: FaultName): boolean {
  const own = FAULTS[name].issuerAs?.('http://localhost:1', 'http://localhost:1/mcp')
  return own !== undefined && !own.startsWith('http://localhost:1')
}
