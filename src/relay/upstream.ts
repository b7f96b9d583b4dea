import type { LookupAddress } from 'node:dns'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction, Socket } from 'node:net'
import { UNASKED_UPGRADE } from './failure.ts'
import type { Progress } from './progress.ts'
import type { Target } from './reach/target.ts'
import type { Resolved } from './resolve.ts'
import type { RelayHeader, RelayRequest } from './wire.ts'

const MAXIMUM_HEAD_BYTES = 64 * 1024

export type Journey = {
  readonly request: RelayRequest
  readonly target: Target
  readonly addresses: Resolved['addresses']
  /** Marked as the connection comes about. */
  readonly progress: Progress
  readonly signal: AbortSignal
}

/** Sends the one request over a connection of its own and waits for the head of the answer. */
export function openUpstream(journey: Journey): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = startRequest(journey)
    outgoing.once('socket', (socket) => markProgress(socket, journey.progress))
    outgoing.once('response', (response) => {
      journey.progress.answered = performance.now()
      resolve(response)
    })
    outgoing.once('upgrade', (_response, socket) => {
      socket.destroy()
      const message = 'it switched protocols without being asked'
      reject(Object.assign(new Error(message), { code: UNASKED_UPGRADE }))
    })
    // Stays for good: an error after the head is reported by the response, but emitted here as well.
    outgoing.on('error', reject)
    outgoing.end(toBodyBytes(journey.request))
  })
}

function startRequest({ request, target, addresses, signal }: Journey): ClientRequest {
  const send = target.secure ? requestHttps : requestHttp
  return send({
    method: request.method,
    hostname: target.hostname,
    port: target.port,
    path: target.path,
    headers: toHeaderLines(request, target.host),
    servername: target.isAddress ? '' : target.hostname,
    lookup: pinLookup(addresses),
    agent: false,
    maxHeaderSize: MAXIMUM_HEAD_BYTES,
    signal,
  })
}

/** Given as a flat list, Node sends the lines in this order and adds none but Connection. */
function toHeaderLines(request: RelayRequest, host: string): readonly string[] {
  const given = new Set(request.headers.map(([name]) => name.toLowerCase()))
  const lines: RelayHeader[] = [['Host', host], ...request.headers]
  if (!given.has('accept-encoding')) lines.push(['Accept-Encoding', 'identity'])
  const length = toBodyBytes(request)?.length
  if (length !== undefined) lines.push(['Content-Length', String(length)])
  return lines.flat()
}

const METHODS_WITHOUT_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS'])

/** Undefined when there is none; empty where the method promises one all the same. */
function toBodyBytes({ method, body, bodyEncoding }: RelayRequest): Buffer | undefined {
  if (body !== null) return Buffer.from(body, bodyEncoding)
  return METHODS_WITHOUT_BODY.has(method.toUpperCase()) ? undefined : Buffer.alloc(0)
}

function pinLookup(addresses: readonly [LookupAddress, ...LookupAddress[]]): LookupFunction {
  const [{ address, family }] = addresses
  return (_hostname, options, callback) => {
    if (options.all === true) callback(null, [...addresses])
    else callback(null, address, family)
  }
}

function markProgress(socket: Socket, progress: Progress): void {
  socket.once('connect', () => {
    progress.connected = performance.now()
  })
  socket.once('secureConnect', () => {
    progress.secured = performance.now()
  })
}
