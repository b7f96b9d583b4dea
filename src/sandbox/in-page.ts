import { fetchAsBrowser, toRequest } from './as-browser.ts'
import { answerClientDocument } from './client-documents.ts'
import { fetchFarDocument } from './options.ts'
import { type ConsentRequest, type Sandbox, type SandboxOptions, createSandbox } from './sandbox.ts'

/** One practice server, without its addresses. */
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

type InPage = {
  readonly origin: string
  readonly domain: string
  /** The redirect URI of the client documents. */
  readonly callback: string
}

type Serve = Sandbox['fetch']

/**
 * Runs practice servers inside the page, at `https://<id><domain>/mcp` with their issuers at
 * `https://<id>.login<domain>`, under the rules that a browser puts on a page's requests. Documents of clients to walk
 * with are at `https://client<domain>/<name>.json`.
 */
export function createInPagePractice(
  findWorld: (id: string) => InPageWorld | undefined,
  page: InPage,
): InPagePractice {
  const running = new Map<string, Sandbox>()
  const isDocument = (url: string): boolean => new URL(url).hostname === `client${page.domain}`
  const fetchDocument = (url: string): Promise<Response> =>
    isDocument(url) ? answerClientDocument(url, page.callback) : fetchFarDocument(url)
  const find = (url: string): Sandbox | undefined => {
    const id = new URL(url).hostname.slice(0, -page.domain.length).replace(/\.login$/, '')
    const world = findWorld(id)
    if (!world) return undefined
    const server = `https://${id}${page.domain}/mcp`
    const issuer = `https://${id}.login${page.domain}`
    // The page is at home here, whatever its own address is.
    const welcome = { origins: 'any', fetchDocument, ...world.options({ server, issuer }) } as const
    const sandbox = running.get(id) ?? createSandbox(welcome)
    running.set(id, sandbox)
    return sandbox
  }
  const serverOf = (url: string): Serve => {
    if (isDocument(url)) return (request) => fetchDocument(request.url)
    const sandbox = find(url)
    if (!sandbox) throw new TypeError(`There is no practice server at ${url}`)
    return sandbox.fetch
  }
  return {
    async fetch(url, init) {
      return fetchAsBrowser(serverOf(url), { url, init, pageOrigin: page.origin })
    },
    async relay({ method, url, headers, body }, signal) {
      const serve = serverOf(url)
      const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]))
      const request = toRequest(
        { url, init: { method, body, signal }, pageOrigin: page.origin },
        sent,
      )
      const response = await serve(request)
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
