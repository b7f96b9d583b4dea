/** Servers and callers on loopback for the tests of this folder; `closeServers` ends them all. */
import type {
  IncomingHttpHeaders,
  IncomingMessage,
  RequestListener,
  ServerResponse,
} from 'node:http'
import { createServer, request as requestHttp } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer as createTcpServer } from 'node:net'
import type { RelaySettings } from './handler.ts'
import { createRelayHandler } from './handler.ts'
import type { RelayEnd, RelayFrame, RelayHead, RelayRequest } from './wire.ts'
import { readFrames } from './wire.ts'

export const SECRET = 'a-secret-for-tests'

export async function startServer(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  return await listenUntilClosed(server, () => server.closeAllConnections())
}

/** For what no HTTP server would do: the handler gets the bare connection. */
export async function startTcpServer(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => sockets.delete(socket))
    onConnection(socket)
  })
  return await listenUntilClosed(server, () => {
    for (const socket of sockets) socket.destroy()
  })
}

const closers: (() => void)[] = []

/** To be run after each test. */
export function closeServers(): void {
  for (const close of closers.splice(0)) close()
}

export async function listenUntilClosed(server: Server, dropAll: () => void): Promise<number> {
  closers.push(() => {
    server.close()
    dropAll()
  })
  return await listen(server)
}

export function startRelay(options: RelaySettings = {}): Promise<number> {
  return startServer(createRelayHandler({ secret: SECRET, ...options }))
}

export async function findFreePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(toPort(server.address())))
  })
}

function toPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

export type Call = {
  readonly host?: string
  readonly port: number
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A plain HTTP call, free to lie in any header. */
export function call({ body = '', ...rest }: Call): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', method: 'POST', agent: false, ...rest }
    const request = requestHttp(options, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

export const CALLER_HEADERS = { 'content-type': 'application/json', 'x-flow-relay': SECRET }

/** As a page calls: the rightful headers, the fields of the test over harmless defaults. */
export function callRelay(port: number, request: Partial<RelayRequest>): Promise<IncomingMessage> {
  const body = JSON.stringify({ method: 'GET', ...request })
  return call({ port, headers: CALLER_HEADERS, body })
}

export type Plain = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export async function readPlain(message: IncomingMessage): Promise<Plain> {
  let text = ''
  for await (const chunk of message) text += String(chunk)
  return { status: message.statusCode ?? 0, headers: message.headers, text }
}

export type Answer = {
  readonly head: RelayHead | undefined
  readonly text: string
  readonly bytes: number
  readonly end: RelayEnd | undefined
}

export async function askRelay(port: number, request: Partial<RelayRequest>): Promise<Answer> {
  return await readAnswer(readFrames(await callRelay(port, request)))
}

export async function readAnswer(frames: AsyncIterable<RelayFrame>): Promise<Answer> {
  let answer: Answer = { head: undefined, text: '', bytes: 0, end: undefined }
  for await (const frame of frames) {
    if (frame.kind === 'head') answer = { ...answer, head: frame.head }
    if (frame.kind === 'end') answer = { ...answer, end: frame.end }
    if (frame.kind !== 'data') continue
    const text = answer.text + Buffer.from(frame.data).toString('latin1')
    answer = { ...answer, text, bytes: answer.bytes + frame.data.length }
  }
  return answer
}

/** The target gets the bare text of the request and answers with bare text. */
export async function askBare(
  wish: Partial<RelayRequest>,
  answer = 'HTTP/1.1 204 No Content\r\n\r\n',
) {
  let seen = ''
  const port = await startTcpServer((socket) => {
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1')
      socket.end(answer)
    })
  })
  const result = await askRelay(await startRelay(), { url: `http://127.0.0.1:${port}/`, ...wish })
  return { ...result, seen, port }
}

/** A relay in front of a target that answers every request by `respond`. */
export async function ask(
  respond: (response: ServerResponse) => void,
  wish: Partial<RelayRequest> = {},
) {
  const port = await startServer((_request, response) => respond(response))
  return await askRelay(await startRelay(), { url: `http://127.0.0.1:${port}/`, ...wish })
}
