import type { IncomingMessage } from 'node:http'
import { quote } from './refusal.ts'
import { isSameSecret } from './secret.ts'
import type { RelayRefusal } from './wire.ts'
import { RELAY_SECRET_HEADER } from './wire.ts'

export type Door = {
  /** Origins beside the relay's own whose pages may use it. */
  readonly origins: readonly string[]
  /** Host names beside those of loopback; one without a port goes with any port. */
  readonly hosts: readonly string[]
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** Who calls. Host is checked first: a name that was rebound to this machine ends there. */
export function checkCaller(request: IncomingMessage, door: Door): RelayRefusal | undefined {
  const host = request.headers.host?.toLowerCase() ?? ''
  if (!isOwnHost(host, request.socket.localPort, door.hosts)) {
    return refusal('wrong-host', `The relay does not answer under the name ${quote(host)}.`)
  }
  const origin = request.headers.origin
  if (origin !== undefined && !isAllowedOrigin(origin, host, door)) {
    return refusal('foreign-origin', `Pages of ${quote(origin)} may not use this relay.`)
  }
  return checkSite(
    request.headers['sec-fetch-site'],
    origin !== undefined && isListed(origin, door),
  )
}

/** What is asked: a POST of JSON that carries the secret. */
export function checkRequest(request: IncomingMessage, secret: string): RelayRefusal | undefined {
  if (request.method !== 'POST') {
    return refusal('wrong-method', `The relay takes POST only, this was ${request.method ?? ''}.`)
  }
  const given = request.headers[RELAY_SECRET_HEADER]
  if (given === undefined) {
    return refusal('missing-secret', 'The header X-Flow-Relay with the secret is missing.')
  }
  if (typeof given !== 'string' || !isSameSecret(given, secret)) {
    return refusal('wrong-secret', 'The secret is not the one of this start of the relay.')
  }
  const type = request.headers['content-type'] ?? ''
  if (/^application\/json\s*(;|$)/i.test(type)) return undefined
  return refusal('bad-request', `The relay takes application/json, this was ${quote(type)}.`)
}

function isOwnHost(host: string, port: number | undefined, hosts: readonly string[]): boolean {
  const name = host.replace(/:\d+$/, '')
  if (hosts.some((entry) => [host, name].includes(entry.toLowerCase()))) return true
  return LOOPBACK_NAMES.some((own) => host === `${own}:${port}` || (port === 80 && host === own))
}

function isAllowedOrigin(origin: string, host: string, door: Door): boolean {
  return origin.toLowerCase() === `http://${host}` || isListed(origin, door)
}

function isListed(origin: string, door: Door): boolean {
  return door.origins.includes(origin)
}

function checkSite(site: string | string[] | undefined, listed: boolean): RelayRefusal | undefined {
  if (site === undefined || site === 'same-origin') return undefined
  if (listed && (site === 'same-site' || site === 'cross-site')) return undefined
  return refusal('foreign-origin', `A browser says that this request is ${quote(site)}.`)
}

function refusal(error: RelayRefusal['error'], message: string): RelayRefusal {
  return { error, message }
}
