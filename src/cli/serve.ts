import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { makeToken } from '../relay/door/people.ts'
import { createRelayHandler } from '../relay/handler.ts'
import { listenOnLoopback } from './local/loopback.ts'
import { type PageFile, readPage } from './local/page-files.ts'

export type PageServer = {
  /** The page's address, with a slash at its end. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

export type PageOptions = {
  /** The built page, `dist/page`. */
  readonly folder: string
  /** The port to start looking from; 0 takes any. */
  readonly port: number
  /** Addresses of practice servers that the page offers. */
  readonly practice?: readonly string[]
}

export const RELAY_PATH = '/relay'
const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Serves the built page and its relay on one origin. */
export async function servePage(options: PageOptions): Promise<PageServer> {
  const secret = makeToken()
  const stop = new AbortController()
  const relay = createRelayHandler({ secret, signal: stop.signal })
  const metas = toMetas(secret, options.practice ?? [])
  const files = readPage(options.folder, metas)
  const server = await listenOnLoopback(toListener(files, relay), options.port)
  return {
    url: `http://localhost:${server.port}/`,
    port: server.port,
    close: () => {
      stop.abort()
      return server.close()
    },
  }
}

/** What the page reads to know where its relay and the practice servers are. */
export function toMetas(secret: string, practice: readonly string[]): Record<string, string> {
  const relay = { 'flow-relay': `${RELAY_PATH} ${secret}` }
  return practice.length === 0 ? relay : { ...relay, 'flow-practice': practice.join(' ') }
}

function toListener(files: ReadonlyMap<string, PageFile>, relay: RequestListener): RequestListener {
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?', 1)
    if (path === RELAY_PATH) relay(request, response)
    else answerWithFile(request, response, files.get(path))
  }
}

function answerWithFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: PageFile | undefined,
): void {
  // The document holds the relay's secret. A foreign name that was rebound to this machine would
  // otherwise let a page of that name read it.
  if (!HOST.test(request.headers.host ?? '')) return refuse(response, 403, 'Use localhost.')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'GET only.')
  if (file === undefined) return refuse(response, 404, 'There is no such file.')
  const zip = /\bgzip\b/.test(String(request.headers['accept-encoding']))
  const body = zip ? file.zipped : file.body
  const encoding = zip ? { 'Content-Encoding': 'gzip' } : {}
  const headers = { ...file.headers, ...encoding, Vary: 'Accept-Encoding' }
  response.writeHead(200, { ...headers, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`)
}
