/** The base64 of a text's UTF-8 bytes (RFC 4648 section 4). */
export function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** The text whose UTF-8 bytes are written in base64 or base64url, padded or not; undefined for what is neither. */
export function fromBase64(written: string): string | undefined {
  const base64 = written
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '')
  if (!/^[A-Za-z\d+/]+$/.test(base64) || base64.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}
