/** No honest client sends more than this to a practice server. */
const MOST = 1_000_000

/** The request's text; undefined when it is longer than any honest one, or breaks off. */
export async function readBody(request: Request): Promise<string | undefined> {
  const declared = Number(request.headers.get('Content-Length') ?? 0)
  if (declared > MOST) return undefined
  try {
    const text = await request.text()
    return text.length > MOST ? undefined : text
  } catch {
    return undefined
  }
}

/** Whether the body is what HTML forms send, as the token and authorization endpoints demand. */
export function isForm(request: Request): boolean {
  const type = request.headers.get('Content-Type') ?? ''
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
}

/** The parameters that count: one without a value is taken as left out (RFC 6749 sections 3.1 and 3.2). */
export function withValues(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...parameters].filter(([, value]) => value !== ''))
}

/** The first parameter that is there twice; `resource` alone may repeat (RFC 8707 section 2). */
export function findRepeated(parameters: URLSearchParams): string | undefined {
  return [...parameters.keys()].find(
    (name) => name !== 'resource' && parameters.getAll(name).length > 1,
  )
}
