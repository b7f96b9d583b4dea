import { fetchAsBrowser, toRequest } from './as-browser.ts'
import { type ConsentRequest, type Sandbox, type SandboxOptions, createSandbox } from './sandbox.ts'

/** One practice server of the gallery, without its addresses. */
export type InPageWorld = {
  readonly id: string
  /** The whole options, once it is known where the servers are. */
  options(at: { readonly server: string; readonly issuer: string }): SandboxOptions
}

/** The practice servers of one page. */
export type InPagePractice = {
  fetch(url: string, init: RequestInit): Promise<Response>
  consent(url: string): Promise<ConsentRequest>
  /** What a native client would get: no rules of a browser, every header. */
  relay(request: RelayedRequest, signal: AbortSignal): Promise<RelayedAnswer>
}

type RelayedRequest = {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
}

type RelayedAnswer = {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: AsyncIterable<Uint8Array>
}

/**
 * Runs practice servers inside the page, at `https://<id><domain>/mcp` with their issuers at
 * `https://<id>.login<domain>`, under the rules that a browser puts on a page's requests.
 */
export function createInPagePractice(
  worlds: readonly InPageWorld[],
  page: { readonly origin: string; readonly domain: string },
): InPagePractice {
  const running = new Map<string, Sandbox>()
  const find = (url: string): Sandbox | undefined => {
    const id = new URL(url).hostname.slice(0, -page.domain.length).replace(/\.login$/, '')
    const world = worlds.find((each) => each.id === id)
    if (!world) return undefined
    const server = `https://${id}${page.domain}/mcp`
    const issuer = `https://${id}.login${page.domain}`
    // The page is at home here, whatever its own address is.
    const welcome = { origins: 'any', ...world.options({ server, issuer }) } as const
    const sandbox = running.get(id) ?? createSandbox(welcome)
    running.set(id, sandbox)
    return sandbox
  }
  return {
    async fetch(url, init) {
      const sandbox = find(url)
      if (!sandbox) throw new TypeError(`There is no practice server at ${url}`)
      return fetchAsBrowser(sandbox.fetch, { url, init, pageOrigin: page.origin })
    },
    async relay({ method, url, headers, body }, signal) {
      const sandbox = find(url)
      if (!sandbox) throw new TypeError(`There is no practice server at ${url}`)
      const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
      const request = toRequest(
        { url, init: { method, body, signal }, pageOrigin: page.origin },
        sent,
      )
      const response = await sandbox.fetch(request)
      return {
        kind: 'answer',
        status: response.status,
        headers: [...response.headers],
        body: piecesOf(response),
      }
    },
    async consent(url) {
      const says = `There is no practice server at ${url}`
      return find(url)?.consent(url) ?? { kind: 'refused', says }
    },
  }
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => undefined)
  }
}
