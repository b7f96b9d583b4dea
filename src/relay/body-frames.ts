import type { RelayFrame } from './wire.ts'

/** What is counted while a body passes. */
export type Tally = {
  readonly maximumBytes: number
  /** All that arrived, also past a cut. */
  bytes: number
  totalMs(): number
}

/** A body piece by piece, cut at its maximum; the last frame says whether it was. */
export async function* toBodyFrames(
  chunks: AsyncIterable<Uint8Array>,
  tally: Tally,
): AsyncGenerator<RelayFrame, void, undefined> {
  const { maximumBytes } = tally
  for await (const chunk of chunks) {
    const room = maximumBytes - tally.bytes
    tally.bytes += chunk.length
    if (room > 0) yield { kind: 'data', data: chunk.subarray(0, room) }
    if (tally.bytes > maximumBytes) {
      const { bytes } = tally
      yield {
        kind: 'end',
        end: { kind: 'truncated', bytes, maximumBytes, totalMs: tally.totalMs() },
      }
      return
    }
  }
  yield { kind: 'end', end: { kind: 'complete', bytes: tally.bytes, totalMs: tally.totalMs() } }
}

/** Set-Cookie is kept as a header and without its value: no page may see a cookie of another host. */
export function withholdCookie(name: string, value: string): string {
  return /^set-cookie2?$/i.test(name) ? '(withheld by the relay)' : value
}
