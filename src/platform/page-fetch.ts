/** Hosts of this machine as the page's policy (`connect-src` in public/_headers) names them. */
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1'])

/**
 * The page's own fetch. A request that the page's policy refuses is not tried: the browser would only say that it
 * failed, where here the reason is known.
 */
export async function fetchFromPage(url: string, init: RequestInit): Promise<Response> {
  if (isRefusedByPolicy(url)) {
    throw new TypeError(
      `Not sent: this page may ask https everywhere, but http only on this machine, and not ${new URL(url).origin}`,
    )
  }
  return fetch(url, init)
}

function isRefusedByPolicy(url: string): boolean {
  const { protocol, hostname, origin } = new URL(url)
  return protocol === 'http:' && !HERE.has(hostname) && origin !== location.origin
}
