import type { RelayFrame } from '../wire.ts'
import { encodeFrame } from '../wire.ts'

/** The text of a request; undefined when it is larger than that. */
export async function readWebBody(
  request: Request,
  maximumBytes: number,
): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > maximumBytes) return undefined
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/** Frames as the body of an answer, made as they are read. `onEnd` is called once, also when the reader leaves. */
export function toWebBody(
  frames: AsyncGenerator<RelayFrame, void, undefined>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await frames.next()
      if (next.done !== true) return controller.enqueue(encodeFrame(next.value))
      onEnd()
      controller.close()
    },
    async cancel() {
      onEnd()
      await frames.return()
    },
  })
}
