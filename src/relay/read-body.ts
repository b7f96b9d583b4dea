import type { IncomingMessage } from 'node:http'

export type ReadBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut-off' }

/** Reads no further than the limit; Node throws the rest away once the answer has been sent. */
export function readBody(request: IncomingMessage, maximumBytes: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= maximumBytes) chunks.push(chunk)
      else resolve({ kind: 'too-large' })
    })
    request.once('end', () => resolve({ kind: 'text', text: Buffer.concat(chunks).toString() }))
    request.once('error', () => resolve({ kind: 'cut-off' }))
    request.once('close', () => resolve({ kind: 'cut-off' }))
  })
}
