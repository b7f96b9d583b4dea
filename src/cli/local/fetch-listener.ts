import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'

export type Answer = (request: Request) => Promise<Response>

/** Puts a function from Request to Response behind a `node:http` server, streams and all. */
export function toListener(answer: Answer): RequestListener {
  return (request, response) => {
    respond(answer, request, response).catch((error: unknown) => {
      // Whoever asked has gone, or the answer broke off: both show on the wire as a cut connection.
      if (response.headersSent) response.socket?.destroySoon()
      else response.destroy(error instanceof Error ? error : undefined)
    })
  }
}

async function respond(
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  outgoing.once('close', () => gone.abort())
  const request = toRequest(incoming, gone.signal)
  if (request === undefined) {
    outgoing
      .writeHead(400, { 'Content-Type': 'text/plain' })
      .end('This is no HTTP request for me.\n')
    return
  }
  const response = await answer(request)
  outgoing.writeHead(response.status, response.statusText, toRawHeaders(response.headers))
  if (response.body !== null) await pour(response.body, outgoing, gone.signal)
  outgoing.end()
}

/** Piece by piece, as Node's own stream would drop what it holds when the answer breaks off. */
async function pour(
  body: ReadableStream<Uint8Array>,
  outgoing: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const reader = body.getReader()
  const leave = () => void reader.cancel().catch(() => undefined)
  gone.addEventListener('abort', leave, { once: true })
  if (gone.aborted) leave()
  for (;;) {
    const { done, value } = await reader.read()
    if (done || outgoing.destroyed) return
    if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: gone })
  }
}

/** The address that was asked for, scheme included, rests on the Host header alone. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = 'GET', url = '/', headers } = incoming
  const address = `http://${headers.host ?? 'localhost'}${url}`
  if (!url.startsWith('/') || !URL.canParse(address)) return undefined
  const init = { method, headers: toHeaders(incoming.rawHeaders), signal }
  if (method === 'GET' || method === 'HEAD') return new Request(address, init)
  const body = Readable.toWeb(incoming)
  return new Request(address, { ...init, body, duplex: 'half' })
}

function toHeaders(raw: readonly string[]): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.append(raw[index] ?? '', raw[index + 1] ?? '')
  }
  return headers
}

/** As a list, because only a list can carry two cookies. */
function toRawHeaders(headers: Headers): string[] {
  return [...headers].flat()
}
