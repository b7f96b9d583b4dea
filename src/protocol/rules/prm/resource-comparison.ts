import { readUrl } from '../addresses.ts'

/** How two identifiers that should be one differ, as the end of a sentence; undefined when they are equal. */
export function differenceBetween(expected: string, seen: string): string | undefined {
  if (expected === seen) return undefined
  const one = readUrl(expected)
  const other = readUrl(seen)
  if (one === undefined || other === undefined) return 'it is no absolute URL'
  if (one.href === other.href) {
    return withoutSlash(expected) === withoutSlash(seen)
      ? 'they differ by a trailing slash'
      : 'they differ only in case, default port or spelling'
  }
  if (withoutSlash(one.href) === withoutSlash(other.href)) return 'they differ by a trailing slash'
  return differentPart(one, other)
}

function differentPart(one: URL, other: URL): string {
  if (one.host !== other.host) return 'they name different hosts'
  if (one.protocol !== other.protocol) return 'they differ in http and https'
  return one.pathname === other.pathname
    ? 'they differ in the query or fragment'
    : 'they differ in the path'
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '')
}

/**
 * True for identical strings, and for a bare origin with and without its slash: both are one address on the wire, and
 * which of them a person typed no server can know.
 */
export function isSameAddress(expected: string, seen: string): boolean {
  if (expected === seen) return true
  const url = readUrl(expected)
  const isBare = url?.pathname === '/' && url.search === '' && url.hash === ''
  return isBare && (seen === url.origin || seen === `${url.origin}/`)
}
