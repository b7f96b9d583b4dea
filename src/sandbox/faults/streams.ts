import { altered } from '../answers.ts'

/** Bodies that do not end as bodies should. */

/** Sends a text and then stays open until the reader leaves. */
export function endless(start: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
  })
}

/** Sends half of what the body begins with and then fails, as a connection that is reset does. */
export async function breaksOff(response: Response): Promise<Response> {
  const reader = response.body?.getReader()
  const bytes = (await reader?.read())?.value ?? new Uint8Array()
  void reader?.cancel()
  if (bytes.length === 0) return altered(response, { body: null })
  let sent = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent) return controller.error(new TypeError('The connection was reset'))
      sent = true
      controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)))
    },
  })
  return altered(response, { body })
}

/** The same body with a text before it, passed on as it comes. */
export function prefixed(response: Response, text: string): Response {
  const before = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
  })
  return altered(response, { body: response.body?.pipeThrough(before) ?? text })
}

const CHUNK = new TextEncoder().encode('x'.repeat(1_000_000))
const CHUNKS = 30

/** One JSON string of 30 MB, made while it is read. */
export function hugeBody(): Response {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent === 0) controller.enqueue(new TextEncoder().encode('{"filler":"'))
      controller.enqueue(CHUNK)
      sent += 1
      if (sent < CHUNKS) return
      controller.enqueue(new TextEncoder().encode('"}'))
      controller.close()
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/json' } })
}

/** Waits until the caller gives up. */
export function hang(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const leave = () => reject(new DOMException('The request was cancelled', 'AbortError'))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}
