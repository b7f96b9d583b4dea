/** A request as a page makes it. */
export type PageRequest = {
  readonly url: string
  readonly init: RequestInit
  readonly pageOrigin: string
}

type Serve = (request: Request) => Promise<Response>

const SAFE_METHODS = ['GET', 'HEAD', 'POST']
const SAFE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const SAFE_HEADERS = ['accept', 'accept-language', 'content-language']
const SHOWN = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]

const MOST_REDIRECTS = 20

/**
 * Answers as a browser would let a cross-origin page see it (Fetch, CORS protocol): preflight first where one is due,
 * unreadable without permission, each hop of a redirect included, and only the exposed headers. Rejects with a TypeError
 * that tells nothing, as fetch does.
 */
export async function fetchAsBrowser(serve: Serve, asked: PageRequest): Promise<Response> {
  if (asked.init.mode === 'no-cors') {
    return opaque(await serve(toRequest(asked, new Headers(asked.init.headers))))
  }
  let hop = asked
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetchHop(serve, hop)
    const location = response.headers.get('Location')
    if (response.status < 300 || response.status > 399 || location === null) {
      return readable(response, redirects > 0 ? hop.url : undefined)
    }
    if (asked.init.redirect === 'manual') {
      return typed(new Response(null, { status: 200 }), { type: 'opaqueredirect' })
    }
    hop = nextHop(hop, { status: response.status, location })
  }
  throw failure()
}

/** One request, with its preflight where one is due; the answer as it came, if the page may have it. */
async function fetchHop(serve: Serve, asked: PageRequest): Promise<Response> {
  const headers = new Headers(asked.init.headers)
  const method = asked.init.method ?? 'GET'
  const unsafe = [...headers].filter(([name, value]) => !isSafe(name, value)).map(([name]) => name)
  if (!SAFE_METHODS.includes(method) || unsafe.length > 0) {
    await preflight(serve, asked, { method, unsafe: unsafe.toSorted() })
  }
  headers.set('Origin', asked.pageOrigin)
  const response = await serve(toRequest(asked, headers))
  if (!allows(response, asked.pageOrigin)) throw failure()
  return response
}

/** Where a redirect leads (Fetch, HTTP-redirect fetch): another host gets no token, and a third one no origin. */
function nextHop(
  { url, init, pageOrigin }: PageRequest,
  { status, location }: { readonly status: number; readonly location: string },
): PageRequest {
  const target = URL.canParse(location, url) ? new URL(location, url) : undefined
  const isWeb = target?.protocol === 'http:' || target?.protocol === 'https:'
  if (!isWeb || target.username !== '' || target.password !== '') throw failure()
  const headers = new Headers(init.headers)
  const isElsewhere = target.origin !== new URL(url).origin
  if (isElsewhere) headers.delete('Authorization')
  const { method = 'GET', body = null } = init
  const isTurned = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST'
  if (isTurned) headers.delete('Content-Type')
  return {
    url: target.href,
    init: { ...init, headers, ...(isTurned ? { method: 'GET', body: null } : { method, body }) },
    pageOrigin: isElsewhere ? 'null' : pageOrigin,
  }
}

async function preflight(
  serve: Serve,
  asked: PageRequest,
  wanted: { readonly method: string; readonly unsafe: readonly string[] },
): Promise<void> {
  const headers = new Headers({
    Origin: asked.pageOrigin,
    'Access-Control-Request-Method': wanted.method,
    ...(wanted.unsafe.length > 0 && { 'Access-Control-Request-Headers': wanted.unsafe.join(',') }),
  })
  const request = withHeaders(new Request(asked.url, { method: 'OPTIONS' }), headers)
  const answer = await serve(request)
  const permitted = listOf(answer, 'Access-Control-Allow-Headers')
  const methods = listOf(answer, 'Access-Control-Allow-Methods')
  const methodAllowed =
    SAFE_METHODS.includes(wanted.method) ||
    methods.includes(wanted.method.toLowerCase()) ||
    methods.includes('*')
  // The Fetch standard leaves Authorization out of *; the browsers of 2026 still count it in.
  const headersAllowed = wanted.unsafe.every(
    (name) => permitted.includes(name) || permitted.includes('*'),
  )
  if (!answer.ok || !allows(answer, asked.pageOrigin) || !methodAllowed || !headersAllowed)
    throw failure()
}

/** The Request constructor of a page knows the browser's fields; here they have no meaning. */
export function toRequest({ url, init }: PageRequest, headers: Headers): Request {
  const request = new Request(url, {
    method: init.method ?? 'GET',
    body: init.body ?? null,
    ...(init.signal && { signal: init.signal }),
  })
  return withHeaders(request, headers)
}

/** A page may not set Origin on a Request; the browser's own hand may. */
function withHeaders(request: Request, headers: Headers): Request {
  return Object.defineProperty(request, 'headers', { value: headers })
}

function isSafe(name: string, value: string): boolean {
  if (name === 'content-type') return SAFE_TYPES.includes(value.split(';', 1)[0]?.trim() ?? '')
  return SAFE_HEADERS.includes(name) && value.length <= 128
}

function allows(response: Response, origin: string): boolean {
  const allowed = response.headers.get('Access-Control-Allow-Origin')
  return allowed === '*' || allowed === origin
}

function listOf(response: Response, name: string): readonly string[] {
  const value = response.headers.get(name) ?? ''
  return value.split(',').map((each) => each.trim().toLowerCase())
}

/** What the page gets of an answer; `redirectedTo` is where redirects have led. */
function readable(response: Response, redirectedTo: string | undefined): Response {
  const exposed = listOf(response, 'Access-Control-Expose-Headers')
  const kept = [...response.headers].filter(
    ([name]) => SHOWN.includes(name) || exposed.includes(name) || exposed.includes('*'),
  )
  const { status } = response
  const empty = status === 204 || status === 205 || status === 304
  return typed(new Response(empty ? null : response.body, { status, headers: kept }), {
    type: 'cors',
    ...(redirectedTo !== undefined && { redirected: true, url: redirectedTo }),
  })
}

function opaque(_response: Response): Response {
  return typed(new Response(null, { status: 200 }), { type: 'opaque' })
}

/** These cannot be chosen when a Response is made. */
function typed(
  response: Response,
  members: Partial<Pick<Response, 'type' | 'redirected' | 'url'>>,
): Response {
  for (const [name, value] of Object.entries(members)) {
    Object.defineProperty(response, name, { value })
  }
  return response
}

function failure(): TypeError {
  return new TypeError('Failed to fetch')
}
