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

/**
 * Answers as a browser would let a cross-origin page see it (Fetch, CORS protocol): preflight first where one is due,
 * unreadable without permission, and only the exposed headers. Rejects with a TypeError that tells nothing, as fetch does.
 */
export async function fetchAsBrowser(serve: Serve, asked: PageRequest): Promise<Response> {
  const headers = new Headers(asked.init.headers)
  const method = asked.init.method ?? 'GET'
  if (asked.init.mode === 'no-cors') return opaque(await serve(toRequest(asked, headers)))
  const unsafe = [...headers].filter(([name, value]) => !isSafe(name, value)).map(([name]) => name)
  if (!SAFE_METHODS.includes(method) || unsafe.length > 0) {
    await preflight(serve, asked, { method, unsafe: unsafe.toSorted() })
  }
  headers.set('Origin', asked.pageOrigin)
  const response = await serve(toRequest(asked, headers))
  if (!allows(response, asked.pageOrigin)) throw failure()
  if (response.status >= 300 && response.status < 400 && response.headers.has('Location')) {
    return typed(new Response(null, { status: 200 }), 'opaqueredirect')
  }
  return readable(response)
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
  const headersAllowed = wanted.unsafe.every(
    (name) => permitted.includes(name) || (permitted.includes('*') && name !== 'authorization'),
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

function readable(response: Response): Response {
  const exposed = listOf(response, 'Access-Control-Expose-Headers')
  const kept = [...response.headers].filter(
    ([name]) => SHOWN.includes(name) || exposed.includes(name) || exposed.includes('*'),
  )
  const { status } = response
  const empty = status === 204 || status === 205 || status === 304
  return typed(new Response(empty ? null : response.body, { status, headers: kept }), 'cors')
}

function opaque(_response: Response): Response {
  return typed(new Response(null, { status: 200 }), 'opaque')
}

/** A Response's type cannot be chosen when it is made. */
function typed(response: Response, type: ResponseType): Response {
  return Object.defineProperty(response, 'type', { value: type })
}

function failure(): TypeError {
  return new TypeError('Failed to fetch')
}
