/** Whether a client may name this redirect URI at all: https, or http on its own machine. */
export function isAllowedRedirectUri(value: string): boolean {
  if (!URL.canParse(value) || value.includes('#')) return false
  const url = new URL(value)
  if (url.protocol === 'https:') return true
  if (url.protocol === 'http:') return isLoopbackHost(url.hostname)
  return PRIVATE_SCHEME.test(url.protocol)
}

/** Schemes that native apps claim; RFC 8252 section 7.1 asks for a reversed domain name. */
const PRIVATE_SCHEME = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/

export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

/** Equal as strings; on loopback alone the port may be another (OAuth 2.1 section 8.4.2). */
export function isSameRedirectUri(registered: string, given: string): boolean {
  return registered === given || isSameButForPort(registered, given)
}

function isSameButForPort(registered: string, given: string): boolean {
  if (!URL.canParse(registered) || !URL.canParse(given)) return false
  const [one, other] = [new URL(registered), new URL(given)]
  if (one.protocol !== 'http:' || !isLoopbackHost(one.hostname)) return false
  return withoutPort(registered, one) === withoutPort(given, other)
}

/** The string as it was written, but for its port. */
function withoutPort(text: string, url: URL): string {
  return url.port === '' ? text : text.replace(`:${url.port}`, '')
}
