import type { Body } from './exchange.ts'
import { MAXIMUM_BODY_BYTES } from './ports.ts'

/** When to stop reading a body before its end. */
export type ReadingLimits = {
  /** True once the text so far holds the answer that was waited for. */
  readonly answered?: (text: string) => boolean
  readonly maximumBytes?: number
  readonly signal: AbortSignal
}

/** Text as the body of a request. */
export function toBody(text: string | undefined): Body | null {
  return text === undefined ? null : { text, bytes: new TextEncoder().encode(text).length }
}

/**
 * Reads a body piece by piece: to its end, to the limit, or until the answer has come. Never rejects: a connection
 * that breaks in the middle, or an abort, gives what had arrived with the reason of the cut.
 */
export async function readBody(
  pieces: AsyncIterable<Uint8Array> | null,
  limits: ReadingLimits,
): Promise<Body> {
  const maximum = limits.maximumBytes ?? MAXIMUM_BODY_BYTES
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  const done = (cut?: Body['cut']): Body => {
    const whole = text + decoder.decode()
    return { text: whole, bytes, ...(cut && { cut }) }
  }
  try {
    for await (const piece of pieces ?? []) {
      const room = maximum - bytes
      bytes += Math.min(piece.length, room)
      text += decoder.decode(piece.subarray(0, room), { stream: true })
      if (piece.length > room) return done('size')
      if (limits.answered?.(text)) return done('answered')
    }
    return done()
  } catch {
    return done(whyBroken(limits.signal))
  }
}

function whyBroken({ aborted, reason }: AbortSignal): 'failed' | 'timeout' | 'stopped' {
  if (!aborted) return 'failed'
  return reason instanceof DOMException && reason.name === 'TimeoutError' ? 'timeout' : 'stopped'
}

/**
 * A response's stream as pieces. Leaving the iteration early cancels the stream, and so does the signal, after which
 * the iteration throws: a response that no network made does not know of the signal.
 */
export async function* piecesOf(
  response: Response,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  const leave = (): void => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', leave, { once: true })
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await reader.read()
      signal.throwIfAborted()
      if (done) return
      yield value
    }
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}
