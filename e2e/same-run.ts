import type { RunDocument } from '../src/protocol/index.ts'

const CHANGING: readonly (readonly [pattern: RegExp, stand: string])[] = [
  // Epoch seconds and milliseconds, with and without fractions.
  [/\b\d{10}(?:\d{3}(?:\.\d+)?)?\b/g, '0'],
  [/\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT/g, 'date'],
  [/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, 'uuid'],
  // Client ids of the practice server: sealed, and so different each time.
  [/client_[\w-]{40,}/g, 'client'],
  [/(?<=code_challenge=)[\w-]{43}/g, 'challenge'],
  [/"bytes":\d+/g, '"bytes":0'],
]

/** A run without its ids and times: two walks of the same server are equal in this. */
export function toComparable(document: RunDocument): unknown {
  const text = CHANGING.reduce(
    (current, [pattern, stand]) => current.replaceAll(pattern, stand),
    JSON.stringify(document),
  )
  return JSON.parse(text)
}
