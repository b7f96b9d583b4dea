import { fromBase64 } from './base64.ts'
import { type JsonObject, parseJsonObject } from './json.ts'

/** A JSON Web Token taken apart for reading. Nothing is verified. `signature` is as written, in base64url. */
export type DecodedJwt = {
  readonly header: JsonObject
  readonly payload: JsonObject
  readonly signature: string
}

/** A token found in a text: offsets, end exclusive. An encrypted one (five parts) is found as well. */
export type FoundJwt = { readonly from: number; readonly to: number; readonly text: string }

/**
 * Takes a signed token apart (RFC 7519, RFC 7515 section 3.1). Lenient: padding and the plain base64 alphabet pass,
 * the signature may be empty. Undefined for anything that is no JSON in its first two parts.
 */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const [first, second, signature, ...more] = text.trim().split('.')
  if (first === undefined || second === undefined || signature === undefined) return undefined
  if (more.length > 0) return undefined
  const header = decodePart(first)
  const payload = decodePart(second)
  return header && payload && { header, payload, signature }
}

/** Every token in a text, by its shape: parts in base64url whose first one is a JSON object with an `alg`. */
export function findJwts(text: string): readonly FoundJwt[] {
  const found: FoundJwt[] = []
  for (const match of text.matchAll(SHAPE)) {
    const [jwt] = match
    const header = decodePart(jwt.slice(0, jwt.indexOf('.')))
    if (typeof header?.alg !== 'string') continue
    found.push({ from: match.index, to: match.index + jwt.length, text: jwt })
  }
  return found
}

/** The base64 of any text that begins with a brace begins like this. The look back keeps the search linear. */
const SHAPE =
  /(?:(?<![\w-])|(?<=%[\dA-Fa-f]{2}))e[w-z\d_-][\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?/g

function decodePart(part: string): JsonObject | undefined {
  const text = fromBase64(part)
  return text === undefined ? undefined : parseJsonObject(text)
}
