/** Builders of the few kinds of answer that a practice server gives. */
export type HeaderRecord = { readonly [name: string]: string }

export function json(value: unknown, status = 200, headers: HeaderRecord = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

export function text(content: string, status = 200, headers: HeaderRecord = {}): Response {
  return new Response(content, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  })
}

export function html(content: string, status = 200, headers: HeaderRecord = {}): Response {
  return new Response(content, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers },
  })
}

export function empty(status: number, headers: HeaderRecord = {}): Response {
  return new Response(null, { status, headers })
}

/** An error in the form of RFC 6749 section 5.2, which registration and revocation share. */
export function oauthError(error: string, description: string, status = 400): Response {
  const body = { error, error_description: description }
  return json(body, status, { 'Cache-Control': 'no-store' })
}

/** The same answer with another status, other headers or another body. */
export function altered(
  response: Response,
  change: { status?: number; headers?: HeaderRecord; body?: BodyInit | null },
): Response {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(change.headers ?? {})) headers.set(name, value)
  const body = change.body === undefined ? response.body : change.body
  return new Response(body, { status: change.status ?? response.status, headers })
}

export function withoutHeader(response: Response, name: string): Response {
  const headers = new Headers(response.headers)
  headers.delete(name)
  return new Response(response.body, { status: response.status, headers })
}
