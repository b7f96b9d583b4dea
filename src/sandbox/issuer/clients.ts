import type { JsonObject } from '../json.ts'
import { isObject, isStringList, toStringList } from '../json.ts'
import type { AuthMethod, Grant, KnownClient } from '../options.ts'
import { type Visit, keeps } from '../scene.ts'
import { isLoopbackHost } from './redirect-uris.ts'

/** A client, wherever it was found. */
export type Client = {
  readonly id: string
  readonly name: string
  readonly method: AuthMethod
  readonly redirectUris: readonly string[]
  readonly grants: readonly string[]
  readonly secret?: string
  readonly keys: readonly JsonObject[]
  /** What a registration said about scopes. */
  readonly scope?: string
  /** The URL of its metadata document, when it has one. */
  readonly document?: string
}

export type ClientSearch =
  | { readonly kind: 'found'; readonly client: Client }
  | { readonly kind: 'unknown'; readonly why: string }

export async function findClient(visit: Visit, id: string): Promise<ClientSearch> {
  const { registration, grants } = visit.scene.settings
  const known = registration.known.find((candidate) => candidate.clientId === id)
  if (known !== undefined) return { kind: 'found', client: fromKnown(known, grants) }
  const reads = registration.documents && keeps(visit.scene, 'document-fetch')
  if (reads && /^https?:\/\//i.test(id)) return fromDocument(visit, id)
  const registered = await fromRegistration(visit, id)
  if (registered !== undefined) return { kind: 'found', client: registered }
  return { kind: 'unknown', why: `No client is registered as ${id}` }
}

function fromKnown(known: KnownClient, grants: readonly Grant[]): Client {
  return {
    id: known.clientId,
    name: known.name ?? known.clientId,
    method: known.method,
    redirectUris: known.redirectUris,
    grants: known.grants ?? grants,
    ...(known.clientSecret === undefined ? {} : { secret: known.clientSecret }),
    keys: known.jwk === undefined ? [] : [known.jwk],
  }
}

/** Registration kept nothing: the id itself holds, sealed, what was registered. */
async function fromRegistration({ scene, issuer }: Visit, id: string): Promise<Client | undefined> {
  const content = await scene.sealer.open('client', id)
  if (content === undefined || content['issuer'] !== issuer) return undefined
  const { name, method, secret, scope } = content
  if (typeof name !== 'string' || !isAuthMethod(method)) return undefined
  return {
    id,
    name,
    method,
    redirectUris: toStringList(content['redirectUris']),
    grants: toStringList(content['grants']),
    ...(typeof secret === 'string' ? { secret } : {}),
    ...(typeof scope === 'string' ? { scope } : {}),
    keys: [],
  }
}

export function isAuthMethod(value: unknown): value is AuthMethod {
  return METHODS.some((method) => method === value)
}

const METHODS: readonly AuthMethod[] = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
]

/** A client whose id is the URL of its own metadata. */
async function fromDocument(visit: Visit, id: string): Promise<ClientSearch> {
  const objection = objectionToUrl(id, visit.issuer)
  if (objection !== undefined) return { kind: 'unknown', why: objection }
  const document = await fetchDocument(visit, id)
  if (typeof document === 'string') return { kind: 'unknown', why: document }
  const problem = keeps(visit.scene, 'document-check')
    ? objectionToDocument(document, id)
    : undefined
  if (problem !== undefined) return { kind: 'unknown', why: problem }
  return { kind: 'found', client: fromMetadata(document, id) }
}

/** https with a path; http on loopback only where the issuer itself is a practice one there. */
function objectionToUrl(id: string, issuer: string): string | undefined {
  if (!URL.canParse(id)) return `${id} is no URL`
  const url = new URL(id)
  const isPractice = isLoopbackHost(url.hostname) && isLoopbackHost(new URL(issuer).hostname)
  if (url.protocol !== 'https:' && !isPractice) return `${id} is not https`
  if (url.pathname === '/') return `${id} has no path`
  if (id.includes('#') || url.username !== '' || url.password !== '') {
    return `${id} has a fragment or user information`
  }
  return /\/\.{1,2}(\/|$|\?)/.test(id) ? `${id} has a dot segment` : undefined
}

/** The largest document that is read, in bytes. */
const LARGEST = 5 * 1024

async function fetchDocument(visit: Visit, id: string): Promise<JsonObject | string> {
  try {
    const response = await visit.scene.settings.fetchDocument(id)
    if (response.status !== 200) return `${id} answered ${response.status}, not 200`
    const type = response.headers.get('Content-Type') ?? 'no media type'
    if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) return `${id} is ${type}, not JSON`
    const text = await response.text()
    if (text.length > LARGEST) return `${id} is longer than ${LARGEST} bytes`
    const document: unknown = JSON.parse(text)
    return isObject(document) ? document : `${id} is no JSON object`
  } catch (error) {
    return `${id} could not be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

function objectionToDocument(document: JsonObject, id: string): string | undefined {
  if (document['client_id'] !== id) {
    return `The document at ${id} names the client_id ${JSON.stringify(document['client_id'])}`
  }
  if (typeof document['client_name'] !== 'string') return `The document at ${id} has no client_name`
  const uris = document['redirect_uris']
  if (!isStringList(uris) || uris.length === 0) return `The document at ${id} has no redirect_uris`
  const method = document['token_endpoint_auth_method'] ?? 'none'
  const isKeyless = method === 'none' || method === 'private_key_jwt'
  if ('client_secret' in document || !isKeyless) {
    return `The document at ${id} speaks of a shared secret`
  }
  return undefined
}

function fromMetadata(document: JsonObject, id: string): Client {
  const { client_name: name, token_endpoint_auth_method: method, jwks, grant_types } = document
  const keys = isObject(jwks) && Array.isArray(jwks['keys']) ? jwks['keys'].filter(isObject) : []
  return {
    id,
    name: typeof name === 'string' ? name : id,
    method: method === 'private_key_jwt' ? method : 'none',
    redirectUris: toStringList(document['redirect_uris']),
    grants: isStringList(grant_types) ? grant_types : ['authorization_code'],
    keys,
    document: id,
  }
}
