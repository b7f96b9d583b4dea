import { empty, json, oauthError } from '../answers.ts'
import { readBody } from '../body.ts'
import { type JsonObject, isStringList, parseObject } from '../json.ts'
import type { AuthMethod } from '../options.ts'
import { type Visit, keeps, noteSecret, secondsNow, shaped } from '../scene.ts'
import { isAuthMethod } from './clients.ts'
import { isAllowedRedirectUri, isLoopbackHost } from './redirect-uris.ts'

type Wish = {
  readonly name: string
  readonly method: AuthMethod
  readonly redirectUris: readonly string[]
  readonly grants: readonly string[]
  readonly rest: JsonObject
}

/** Dynamic client registration (RFC 7591). */
export async function answerRegistration(visit: Visit): Promise<Response> {
  const { settings } = visit.scene
  if (!settings.registration.dynamic) return empty(404)
  if (visit.request.method !== 'POST') return empty(405, { Allow: 'POST, OPTIONS' })
  const metadata = parseObject((await readBody(visit.request)) ?? '')
  if (metadata === undefined) {
    return oauthError('invalid_client_metadata', 'Send the client metadata as one JSON object')
  }
  const wish = parseWish(metadata, visit)
  return wish instanceof Response ? wish : register(visit, wish)
}

function parseWish(metadata: JsonObject, visit: Visit): Wish | Response {
  const redirectUris = metadata['redirect_uris']
  if (!isStringList(redirectUris) || redirectUris.length === 0) {
    return oauthError('invalid_redirect_uri', 'redirect_uris is a list with at least one entry')
  }
  const mayBeRefused = keeps(visit.scene, 'redirect-allowed') ? redirectUris : []
  const wrong = mayBeRefused.find((uri) => !isWelcome(uri, metadata['application_type']))
  if (wrong !== undefined) {
    return oauthError('invalid_redirect_uri', `This redirect URI cannot be registered: ${wrong}`)
  }
  const imposed = visit.scene.effects.find((effect) => effect.registersAs !== undefined)
  const method =
    imposed?.registersAs ?? metadata['token_endpoint_auth_method'] ?? 'client_secret_basic'
  if (!isAuthMethod(method) || !visit.scene.settings.authMethods.includes(method)) {
    const says = `No authentication method ${JSON.stringify(method)} here`
    return oauthError('invalid_client_metadata', says)
  }
  const grants = metadata['grant_types'] ?? ['authorization_code']
  if (!isStringList(grants)) {
    return oauthError('invalid_client_metadata', 'grant_types is a list of strings')
  }
  const name = metadata['client_name']
  const rest = registeredMembers(metadata)
  return { name: typeof name === 'string' ? name : 'A client', method, redirectUris, grants, rest }
}

/** A `web` application is served from afar, so that loopback cannot be its address. */
function isWelcome(uri: string, applicationType: unknown): boolean {
  if (!isAllowedRedirectUri(uri)) return false
  return applicationType !== 'web' || !isLoopbackHost(new URL(uri).hostname)
}

/** Members that are kept as they came, and given back. */
function registeredMembers(metadata: JsonObject): JsonObject {
  const kept = ['client_name', 'client_uri', 'logo_uri', 'application_type', 'scope', 'contacts']
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => kept.includes(name)))
}

async function register(visit: Visit, wish: Wish): Promise<Response> {
  const { scene, issuer } = visit
  const secret = hasSecret(wish.method) ? noteSecret(scene, crypto.randomUUID()) : undefined
  const grants = wish.grants.filter((grant) => scene.settings.grants.some((own) => own === grant))
  const { name, method, redirectUris } = wish
  const { scope } = wish.rest
  const content = { issuer, name, method, redirectUris, grants, secret, scope }
  const document = {
    client_id: await scene.sealer.seal('client', content),
    client_id_issued_at: secondsNow(scene),
    ...(secret === undefined ? {} : { client_secret: secret, client_secret_expires_at: 0 }),
    ...wish.rest,
    redirect_uris: redirectUris,
    grant_types: grants,
    response_types: ['code'],
    token_endpoint_auth_method: method,
  }
  const shapedDocument = shaped(scene, document, (effect, value: JsonObject) =>
    effect.registered?.(value, scene),
  )
  return json(shapedDocument, 201, { 'Cache-Control': 'no-store', Pragma: 'no-cache' })
}

function hasSecret(method: AuthMethod): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post'
}
