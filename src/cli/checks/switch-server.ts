import { answerClientDocument } from '../../sandbox/client-documents.ts'
import { FAULTS, type FaultName, withFault } from '../../sandbox/faults.ts'
import { createSandbox } from '../../sandbox/sandbox.ts'
import { type Answer, toListener } from '../local/fetch-listener.ts'
import { listenOnLoopback } from '../local/loopback.ts'

/** A practice server on loopback with one fault. */
export type SwitchServer = { readonly url: string; close(): Promise<void> }

/** Serves a fault; undefined where its issuer needs a port that is taken, or not for this user. */
export async function serveSwitch(name: FaultName): Promise<SwitchServer | undefined> {
  // A practice server must know its addresses, so the ports are taken first.
  let answer: Answer = async () => new Response(null, { status: 503 })
  const listener = toListener((request) => answer(request))
  const wanted = portOfIssuer(name)
  const issuer = await listenOnLoopback(listener, wanted).catch(() => undefined)
  if (issuer === undefined) return undefined
  const server = await listenOnLoopback(listener, 0)
  const close = async () => {
    await Promise.all([server.close(), issuer.close()])
  }
  if (wanted !== 0 && issuer.port !== wanted) return close().then(() => undefined)
  const url = `http://localhost:${server.port}/mcp`
  const at = { server: url, issuer: `http://localhost:${issuer.port}` }
  const sandbox = createSandbox({ ...withFault(at, name), fetchDocument })
  answer = (request) => sandbox.fetch(request)
  return { url, close }
}

/** 0 for any; some faults show at a default port alone. */
function portOfIssuer(name: FaultName): number {
  const own = FAULTS[name].issuerAs?.('http://localhost:1', 'http://localhost:1/mcp')
  return own !== undefined && new URL(own).port === '' ? 80 : 0
}

/** On loopback the port of a redirect URI may be any, and that of the page is not known yet. */
function fetchDocument(url: string): Promise<Response> {
  return answerClientDocument(url, 'http://localhost/callback.html')
}
