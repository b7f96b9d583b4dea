const RESOURCE_SUFFIX = '/.well-known/oauth-protected-resource'
const OAUTH_SUFFIX = '/.well-known/oauth-authorization-server'
const OPENID_SUFFIX = '/.well-known/openid-configuration'

/**
 * The resource identifier that a person's URL stands for: the string itself without fragment, and without the slash
 * that a URL parser adds to a bare origin.
 */
export function toResourceIdentifier(server: string): string {
  return server.split('#', 1)[0] ?? server
}

/** Protected resource metadata with the resource's path inserted (RFC 9728 section 3.1): a lone slash is dropped. */
export function resourceMetadataInserted(server: string): string {
  const url = new URL(server)
  const path = url.pathname === '/' ? '' : url.pathname
  return url.origin + RESOURCE_SUFFIX + path + url.search
}

/** Protected resource metadata of the origin. */
export function resourceMetadataRoot(server: string): string {
  return new URL(server).origin + RESOURCE_SUFFIX
}

/** The suffix after the path: in no specification, but asked for by one client. */
export function resourceMetadataAppended(server: string): string {
  const url = new URL(server)
  return url.origin + url.pathname.replace(/\/$/, '') + RESOURCE_SUFFIX
}

/** RFC 8414 section 3.1: the suffix goes between host and path; a terminating slash is removed first. */
export function oauthInserted(issuer: string): string {
  const { origin, path } = partsOf(issuer)
  return origin + OAUTH_SUFFIX + path
}

/** The suffix after the path: in no specification, but asked for by one client. */
export function oauthAppended(issuer: string): string {
  const { origin, path } = partsOf(issuer)
  return origin + path + OAUTH_SUFFIX
}

/** OpenID Connect metadata with the path inserted, as MCP 2025-11-25 and later list it. */
export function openidInserted(issuer: string): string {
  const { origin, path } = partsOf(issuer)
  return origin + OPENID_SUFFIX + path
}

/** OpenID Connect Discovery 1.0 section 4: the suffix goes after the path. */
export function openidAppended(issuer: string): string {
  const { origin, path } = partsOf(issuer)
  return origin + path + OPENID_SUFFIX
}

/** The origin of the MCP endpoint: the issuer of MCP 2025-03-26. */
export function originOf(url: string): string {
  return new URL(url).origin
}

/** Loopback by name or address: localhost, 127.0.0.0/8, [::1]. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d+){3}$/.test(hostname)
  )
}

/** An absolute http or https URL, or undefined. */
export function parseHttpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined
}

/** What a client may open or send credentials to: https, or http on loopback (MCP, communication security). */
export function isSecureUrl(text: string): boolean {
  const url = parseHttpUrl(text)
  return url !== undefined && (url.protocol === 'https:' || isLoopback(url.href))
}

function partsOf(issuer: string): { origin: string; path: string } {
  const url = new URL(issuer)
  return { origin: url.origin, path: url.pathname.replace(/\/$/, '') }
}
