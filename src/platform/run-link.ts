/** What a link carries: a run file, and the exchange to show. */
export type LinkedRun = { readonly text: string; readonly at: string | null }

/** A link as read: what it carries, or one sentence that says why it carries nothing. */
export type LinkReading =
  | ({ readonly kind: 'run' } & LinkedRun)
  | { readonly kind: 'refused'; readonly says: string }

/** Characters. What is longer, mail programs and chats cut or refuse. */
export const LONGEST_LINK = 30_000

/** Bytes. A few hundred bytes can stand for gigabytes. */
const LARGEST_RUN = 20_000_000

/**
 * An address that opens a run on the page. The run stands behind the `#`, which no browser sends to a server; it is
 * compressed (RFC 1951) and written in base64url (RFC 4648 section 5).
 */
export async function toRunLink(page: string, { text, at }: LinkedRun): Promise<string> {
  const source = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const packed = toBase64Url(new Uint8Array(await new Response(source).arrayBuffer()))
  return `${page}#run=${packed}${at === null ? '' : `&at=${encodeURIComponent(at)}`}`
}

/** Reads what stands behind the `#`. Never throws. */
export async function readRunLink(hash: string): Promise<LinkReading> {
  const parts = new URLSearchParams(hash.slice(1))
  try {
    const text = await unpack(fromBase64Url(parts.get('run') ?? ''))
    if (text === null) return refuse(`it holds more than ${LARGEST_RUN / 1_000_000} MB`)
    return { kind: 'run', text, at: parts.get('at') }
  } catch {
    return refuse(`its ${hash.length} characters are cut off or changed`)
  }
}

function refuse(why: string): LinkReading {
  return { kind: 'refused', says: `This link opens no run: ${why}. Ask for the run as a file.` }
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = stream.getReader()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > LARGEST_RUN) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(letters, (letter) => letter.codePointAt(0) ?? 0)
}
