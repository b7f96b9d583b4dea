/** What `--host` names, in its several writings. */

/** The name to open in a browser on this machine. */
export function toShownHost(host: string): string {
  const isLocal = (isLoopback(host) && host !== '::1') || isWildcard(host)
  return isLocal ? 'localhost' : toUrlHost(host)
}

/** Browsers take `localhost` for either address; on one alone, a stranger could wait on the other. */
export function toAddresses(host: string): readonly [string, ...string[]] {
  return host === 'localhost' ? ['127.0.0.1', '::1'] : [host]
}

/** A literal IPv6 address stands in brackets within a URL and a Host header. */
export function toUrlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

export function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
