import { fromBase64 } from '../http/base64.ts'
import type { HeaderList } from '../http/exchange.ts'
import { type Pseudonyms, isPseudonym } from './pseudonyms.ts'
import { OPEN_HEADERS, SECRET_HEADERS, type SecretKind } from './secret-places.ts'
import { redactText } from './secret-texts.ts'

/** Replaces the secret values of headers. `extra` are the headers that the person added. */
export function redactHeaders(
  headers: HeaderList,
  extra: readonly string[],
  pseudonyms: Pseudonyms,
): HeaderList {
  const given = new Set(
    extra.map((name) => name.toLowerCase()).filter((name) => !OPEN_HEADERS.has(name)),
  )
  return headers.map(([name, value]) => {
    const lower = name.toLowerCase()
    const kind = SECRET_HEADERS.get(lower) ?? (given.has(lower) ? 'header' : undefined)
    if (kind === undefined) return [name, redactText(value, pseudonyms)]
    return [name, redactValue(value, kind, pseudonyms)]
  })
}

function redactValue(value: string, kind: SecretKind, pseudonyms: Pseudonyms): string {
  const secret = value.trim()
  if (secret === '' || isPseudonym(secret)) return value
  if (kind === 'access-token' || kind === 'credentials') {
    return redactCredentials(secret, pseudonyms)
  }
  const standIn = pseudonyms.for(kind, secret)
  if (kind === 'cookie') nameCookies(secret, pseudonyms)
  return standIn
}

/** `Bearer …` keeps its scheme word; a value without one is secret as a whole. */
function redactCredentials(value: string, pseudonyms: Pseudonyms): string {
  const [, scheme = '', secret = ''] = /^([!#$%&'*+\-.^`|~\w]+)[ \t]+([\s\S]+)$/.exec(value) ?? []
  if (secret === '') return pseudonyms.for('credentials', value)
  if (isPseudonym(secret)) return value
  if (scheme.toLowerCase() === 'basic') nameBasic(secret, pseudonyms)
  const bearer = ['bearer', 'dpop'].includes(scheme.toLowerCase())
  return `${scheme} ${pseudonyms.for(bearer ? 'access-token' : 'credentials', secret)}`
}

/** The password of Basic credentials is a secret of its own, as sent and as the form encoding of RFC 6749 hides it. */
function nameBasic(credentials: string, pseudonyms: Pseudonyms): void {
  const pair = fromBase64(credentials)
  const password = pair?.includes(':') ? pair.slice(pair.indexOf(':') + 1) : ''
  if (password === '') return
  const decoded = new URLSearchParams(`a=${password.replaceAll('&', '%26')}`).get('a') ?? password
  pseudonyms.for('client-secret', decoded, [password])
}

/** Each cookie's value on its own: a body may repeat it. Attributes such as `Path=/` are no secrets. */
function nameCookies(value: string, pseudonyms: Pseudonyms): void {
  for (const pair of value.split(/[;,]/)) {
    const equals = pair.indexOf('=')
    const name = pair.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    const secret = pair.slice(equals + 1).trim()
    if (equals === -1 || secret === '' || ATTRIBUTES.has(name) || isPseudonym(secret)) continue
    pseudonyms.for('cookie', secret)
  }
}

const ATTRIBUTES = new Set([
  'path',
  'domain',
  'max-age',
  'expires',
  'samesite',
  'priority',
  'version',
])
