import {
  isSecureUrl,
  oauthInserted,
  parseHttpUrl,
  resourceMetadataInserted,
} from '../spec/locations.ts'

/** A text as a URL, or undefined. Only for looking at parts: identifiers are compared as received. */
export function readUrl(text: string | undefined): URL | undefined {
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined
}

/** What is wrong with an issuer identifier (RFC 8414 section 2); undefined when nothing is. */
export function issuerFault(text: string): string | undefined {
  const url = readUrl(text)
  if (url === undefined) return 'is no absolute URL'
  if (!isSecureUrl(text)) return `is not https but ${url.protocol.slice(0, -1)}`
  if (text.includes('#')) return 'has a fragment'
  return text.includes('?') ? 'has a query' : undefined
}

/** The origin of an address, or the text itself when it has none. */
export function originIn(text: string): string {
  return parseHttpUrl(text)?.origin ?? text
}

/** The well-known address of a resource's metadata, or undefined when the resource is no http address. */
export function findResourceMetadataUrl(resource: string): string | undefined {
  return parseHttpUrl(resource) && resourceMetadataInserted(resource)
}

/** The first well-known address of an issuer's metadata, or undefined when the issuer is no http address. */
export function findServerMetadataUrl(issuer: string): string | undefined {
  return parseHttpUrl(issuer) && oauthInserted(issuer)
}
