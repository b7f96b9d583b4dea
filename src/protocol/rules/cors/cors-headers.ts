import { type Exchange, type HeaderList, answerOf, joinHeader } from '../../http/exchange.ts'
import { quoted } from '../shown.ts'

/** `Access-Control-Allow-Origin` as it came, or undefined. */
export function allowedOrigin(headers: HeaderList): string | undefined {
  return joinHeader(headers, 'access-control-allow-origin')
}

/** Whether a page of that origin may read an answer; requests carry no credentials, so `*` holds (Fetch, CORS check). */
export function mayRead(headers: HeaderList, origin: string): boolean {
  const allowed = allowedOrigin(headers)
  return allowed === '*' || allowed === origin
}

/** Header names of a request that a preflight does not allow. `*` never covers Authorization (Fetch standard). */
export function headersNotAllowed(
  headers: HeaderList,
  names: readonly string[],
): readonly string[] {
  const allowed = new Set(listIn(headers, 'access-control-allow-headers'))
  return names.filter(
    (name) => !allowed.has(name) && (name === 'authorization' || !allowed.has('*')),
  )
}

/** Whether a preflight allows a method. GET, HEAD and POST need no permission. */
export function allowsMethod(headers: HeaderList, method: string): boolean {
  if (['GET', 'HEAD', 'POST'].includes(method)) return true
  const allowed = listIn(headers, 'access-control-allow-methods')
  return allowed.includes(method.toLowerCase()) || allowed.includes('*')
}

function listIn(headers: HeaderList, name: string): readonly string[] {
  return (joinHeader(headers, name) ?? '')
    .toLowerCase()
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** What a preflight allows, as the end of a sentence; a page that went on alone can only compare requests. */
export function allowanceIn(seen: Exchange): string {
  if (seen.request.method !== 'OPTIONS') return 'answered a request without them, and this one not'
  const allowed = joinHeader(answerOf(seen)?.headers ?? [], 'access-control-allow-headers')
  return allowed === undefined ? 'allows none' : `allows ${quoted(allowed)}`
}
