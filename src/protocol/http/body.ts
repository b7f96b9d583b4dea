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
  const texts: string[] = []
  let bytes = 0
  const done = (cut?: Body['cut']): Body => {
    texts.push(decoder.decode())
    return { text: texts.join(''), bytes, ...(cut && { cut }) }
  }
  try {
    for await (const piece of pieces ?? []) {
      const room = maximum - bytes
      bytes += Math.min(piece.length, room)
      texts.push(decoder.decode(piece.subarray(0, room), { stream: true }))
      if (piece.length > room) return done('size')
      if (limits.answered?.(texts.join(''))) return done('answered')
    }
    return done()
  } catch {
    return done(limits.signal.aborted ? 'timeout' : 'failed')
  }
}

/** A response's stream as pieces. Leaving the iteration early cancels the stream. */
export async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
