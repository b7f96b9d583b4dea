import type { RelayRefusal } from '../wire.ts'
import { RELAY_SECRET_HEADER } from '../wire.ts'
import { quote } from './refusal.ts'

/** What a call tells of itself before its body, of Node's requests and of a worker's. */
export type Knock = {
  readonly method: string
  /** By its name in lower case; undefined when it is missing or repeated. */
  header(name: string): string | undefined
}

/** Whose secret or token it is; undefined when it is nobody's. */
export type Recognise = (token: string) => Promise<Caller | undefined>

/** `person` is null for whoever has the secret of this start. */
export type Caller = { readonly person: string | null }

/** A caller who may go on, or why not. */
export type Checked =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly refusal: RelayRefusal }

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/**
 * Under which name the relay is called: one of loopback, or a listed one, which goes with any port when it has none.
 * Checked first: a name that was rebound to this machine ends there.
 */
export function checkHost(
  knock: Knock,
  hosts: readonly string[],
  port: number | undefined,
): RelayRefusal | undefined {
  const host = toHost(knock)
  if (isOwnHost(host, port, hosts)) return undefined
  return refusal('wrong-host', `The relay does not answer under the name ${quote(host)}.`)
}

/** Whose page calls, when it is a page. */
export function checkOrigin(knock: Knock, origins: readonly string[]): RelayRefusal | undefined {
  const origin = knock.header('origin')
  const isListed = origin !== undefined && origins.includes(origin)
  const isOwn = origin?.toLowerCase() === `http://${toHost(knock)}`
  if (origin !== undefined && !isOwn && !isListed) {
    return refusal('foreign-origin', `Pages of ${quote(origin)} may not use this relay.`)
  }
  return checkSite(knock.header('sec-fetch-site'), isListed)
}

/** What may be asked at all, told at once: what follows a head of another method may be no HTTP. */
export function checkMethod({ method }: Knock): RelayRefusal | undefined {
  if (method === 'POST') return undefined
  return refusal('wrong-method', `The relay takes POST only, this was ${method}.`)
}

/** A POST of JSON that carries the secret or a person's token. */
export async function checkRequest(knock: Knock, recognise: Recognise): Promise<Checked> {
  const given = knock.header(RELAY_SECRET_HEADER)
  if (given === undefined) {
    return refused('missing-secret', 'The header X-Flow-Relay with the secret is missing.')
  }
  const caller = await recognise(given)
  if (caller === undefined) {
    return refused('wrong-secret', 'This relay knows no such token: it may have been replaced.')
  }
  const type = knock.header('content-type') ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return { kind: 'caller', caller }
  return refused('bad-request', `The relay takes application/json, this was ${quote(type)}.`)
}

/** True for the question that a browser asks before it sends a page's request. */
export function isPreflight(knock: Knock): boolean {
  const [origin, method] = [knock.header('origin'), knock.header('access-control-request-method')]
  return knock.method === 'OPTIONS' && origin !== undefined && method !== undefined
}

function toHost(knock: Knock): string {
  return knock.header('host')?.toLowerCase() ?? ''
}

function isOwnHost(host: string, port: number | undefined, hosts: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '')
  if (hosts.some((entry) => [host, name].includes(entry.toLowerCase()))) return true
  return LOOPBACK_NAMES.some((own) => host === `${own}:${port}` || (port === 80 && host === own))
}

function checkSite(site: string | undefined, isListed: boolean): RelayRefusal | undefined {
  if (site === undefined || site === 'same-origin') return undefined
  if (isListed && (site === 'same-site' || site === 'cross-site')) return undefined
  return refusal('foreign-origin', `A browser says that this request is ${quote(site)}.`)
}

function refused(error: RelayRefusal['error'], message: string): Checked {
  return { kind: 'refused', refusal: refusal(error, message) }
}

function refusal(error: RelayRefusal['error'], message: string): RelayRefusal {
  return { error, message }
}
