/** In what two identifiers differ, in the order of their parts; null when they are the same, character by character. */
export function nameDifference(one: string, other: string): string | null {
  if (one === other) return null
  if (withoutSlash(one) === withoutSlash(other)) return 'a slash at the end'
  if (one.toLowerCase() === other.toLowerCase()) return 'upper and lower case'
  if (!URL.canParse(one) || !URL.canParse(other)) return 'the whole text'
  const parts = differingParts(new URL(one), new URL(other))
  return parts.length === 0 ? 'the way it is written' : parts.join(', ')
}

function withoutSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text
}

function differingParts(one: URL, other: URL): readonly string[] {
  const parts: readonly (readonly [string, boolean])[] = [
    ['scheme', one.protocol !== other.protocol],
    ['host', one.hostname !== other.hostname],
    ['port', one.port !== other.port],
    ['path', one.pathname !== other.pathname],
    ['query', one.search !== other.search],
    ['fragment', one.hash !== other.hash],
  ]
  return parts.flatMap(([name, differs]) => (differs ? [name] : []))
}
