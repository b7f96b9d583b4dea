import { quote } from '../door/refusal.ts'
import type { Failure } from '../failure.ts'
import { failed } from '../failure.ts'
import { parseIpAddress } from './ip-address.ts'

/** Where a URL leads, as the connection needs it. */
export type Target = {
  readonly kind: 'target'
  readonly secure: boolean
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string
  readonly isAddress: boolean
  readonly port: number
  /** The value of the Host header. */
  readonly host: string
  readonly path: string
}

export function parseTarget(text: string): Target | Failure {
  if (!URL.canParse(text)) return failed('bad-url', `${quote(text)} is not an absolute URL.`)
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return failed('bad-scheme', `The relay speaks http and https, not ${quote(url.protocol)}.`)
  }
  if (url.username !== '' || url.password !== '') {
    const message = `The URL of ${url.host} holds a user name or password; send Authorization instead.`
    return failed('bad-url', message)
  }
  const secure = url.protocol === 'https:'
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  const isAddress = parseIpAddress(hostname) !== undefined
  const path = url.pathname + url.search
  return { kind: 'target', secure, hostname, isAddress, port, host: url.host, path }
}
