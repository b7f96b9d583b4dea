import { base64url } from 'jose'
import { type JsonObject, toStringList } from '../json.ts'
import { type Visit, keeps, noteSecret, secondsNow } from '../scene.ts'
import { writeAccessToken } from './access-token.ts'
import { canonicalResources, knownScopes, requestedScopes } from './authorization.ts'
import type { Client } from './clients.ts'

export type Granting =
  | { readonly kind: 'granted'; readonly answer: JsonObject }
  | { readonly kind: 'refused'; readonly error: string; readonly says: string }

export type GrantRequest = {
  readonly visit: Visit
  readonly parameters: URLSearchParams
  readonly client: Client
}

/** What a grant stands on, from the code to the last refresh. */
type Ground = {
  readonly grant: string
  readonly subject: string
  readonly scopes: readonly string[]
  readonly resources: readonly string[]
}

/** How long a refresh token lives, in seconds. */
const REFRESH_LIFETIME = 30 * 24 * 3600

/** The person behind every practice grant. */
const PERSON = 'practice-person'

function refuse(error: string, says: string): Granting {
  return { kind: 'refused', error, says }
}

export async function grantByCode(request: GrantRequest): Promise<Granting> {
  const { visit, parameters, client } = request
  const { scene, issuer } = visit
  const code = await scene.sealer.open('code', parameters.get('code') ?? '')
  if (code === undefined || code['issuer'] !== issuer) {
    return refuse('invalid_grant', 'This issuer gave out no such code')
  }
  const objection =
    codeObjection(code, request) ?? (await verifierObjection(code, visit, parameters))
  if (objection !== undefined) return refuse('invalid_grant', objection)
  const ground = {
    grant: String(code['id']),
    subject: PERSON,
    scopes: toStringList(code['scopes']),
    resources: toStringList(code['resources']),
  }
  return issue(request, ground, hasRefresh(visit, client, ground.scopes))
}

/** A code serves once; who brings it again loses what it gave (OAuth 2.1 section 4.1.3). */
function codeObjection(code: JsonObject, { visit, parameters, client }: GrantRequest) {
  const { scene } = visit
  const id = String(code['id'])
  if (scene.memory.usedCodes.has(id) && keeps(scene, 'code-once')) {
    scene.memory.revoked.add(id)
    return 'The code was used before; its tokens are revoked'
  }
  if (Number(code['expires']) <= secondsNow(scene)) return 'The code has expired'
  const redirectUri = parameters.get('redirect_uri')
  if (keeps(scene, 'code-binding')) {
    if (code['client'] !== client.id) return 'The code belongs to another client'
    if (redirectUri !== null && redirectUri !== code['redirectUri']) {
      return `The code was sent to another redirect URI than ${redirectUri}`
    }
  }
  return undefined
}

async function verifierObjection(code: JsonObject, { scene }: Visit, parameters: URLSearchParams) {
  const { challenge } = code
  const verifier = parameters.get('code_verifier')
  const fits = !keeps(scene, 'pkce-verified') || (await isVerifierOf(verifier, challenge))
  if (!fits) return 'code_verifier does not fit the code_challenge'
  scene.memory.usedCodes.add(String(code['id']))
  return undefined
}

async function isVerifierOf(verifier: string | null, challenge: unknown): Promise<boolean> {
  if (challenge === undefined) return verifier === null
  if (verifier === null || !/^[\w.~-]{43,128}$/.test(verifier)) return false
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return base64url.encode(new Uint8Array(digest)) === challenge
}

function hasRefresh({ scene }: Visit, client: Client, scopes: readonly string[]): boolean {
  if (!client.grants.includes('refresh_token')) return false
  switch (scene.settings.refresh) {
    case 'rotating':
      return true
    case 'offline-access':
      return scopes.includes('offline_access')
    case 'none':
      return false
  }
}

/** Each refresh token serves once; a second use ends the whole grant (OAuth 2.1 section 4.3.1). */
export async function grantByRefresh(request: GrantRequest): Promise<Granting> {
  const { visit, parameters, client } = request
  const { scene, issuer } = visit
  const { memory } = scene
  const text = parameters.get('refresh_token') ?? ''
  const held = await scene.sealer.open('refresh', text)
  if (held === undefined || held['issuer'] !== issuer || held['client'] !== client.id) {
    return refuse('invalid_grant', 'This issuer gave this client no such refresh token')
  }
  const grant = String(held['grant'])
  if (memory.revoked.has(grant)) return refuse('invalid_grant', 'The grant was revoked')
  if (Number(held['expires']) <= secondsNow(scene)) return refuse('invalid_grant', 'It has expired')
  if (memory.usedRefreshTokens.has(text) && keeps(scene, 'refresh-once')) {
    memory.revoked.add(grant)
    return refuse('invalid_grant', 'The refresh token was used before; the grant is revoked')
  }
  const granted = toStringList(held['scopes'])
  const wanted = parameters.has('scope') ? requestedScopes(scene, parameters) : granted
  if (wanted.some((scope) => !granted.includes(scope))) {
    return refuse('invalid_scope', 'A refresh reaches no further than the grant')
  }
  const rotates = keeps(scene, 'refresh-rotation')
  if (rotates) memory.usedRefreshTokens.add(text)
  const resources = toStringList(held['resources'])
  const ground = { grant, subject: PERSON, scopes: granted, resources }
  return issue(request, ground, rotates, wanted)
}

/** A machine's own grant: no person, no refresh token. */
export async function grantByCredentials(request: GrantRequest): Promise<Granting> {
  const { visit, parameters, client } = request
  if (client.method === 'none') {
    return refuse('unauthorized_client', 'This grant is for clients that can authenticate')
  }
  const scopes = requestedScopes(visit.scene, parameters)
  const known = knownScopes(visit.scene)
  const unknown = scopes.find((scope) => !known.includes(scope))
  if (unknown !== undefined) return refuse('invalid_scope', `There is no scope ${unknown}`)
  const ground = { grant: crypto.randomUUID(), subject: client.id, scopes, resources: [] }
  return issue(request, ground, false)
}

// oxlint-disable-next-line max-params -- the narrower scopes of a refresh are the rare case
async function issue(
  request: GrantRequest,
  ground: Ground,
  withRefresh: boolean,
  scopes: readonly string[] = ground.scopes,
): Promise<Granting> {
  const { visit, client } = request
  const audience = audienceFor(request, ground)
  if (audience === undefined) {
    const given = request.parameters.getAll('resource').join(', ')
    return refuse('invalid_target', `The grant does not reach ${given}`)
  }
  const { scene, issuer } = visit
  const { settings } = scene
  const expires = secondsNow(scene) + settings.lifetime
  const id = crypto.randomUUID()
  const { grant, subject } = ground
  const accessToken = await writeAccessToken(scene, {
    id,
    grant,
    issuer,
    subject,
    client: client.id,
    audience,
    scopes,
    expires,
  })
  const answer = {
    access_token: accessToken,
    token_type: settings.tokenTypeCase,
    expires_in: settings.lifetime,
    scope: scopes.join(' '),
    ...(withRefresh ? { refresh_token: await writeRefreshToken(request, ground) } : {}),
  }
  return { kind: 'granted', answer }
}

/** The server asked for now, or else at the authorization, or else the only one there is. */
function audienceFor({ visit, parameters }: GrantRequest, { resources }: Ground) {
  const asked = canonicalResources(visit, parameters)
  if (asked === undefined) return undefined
  if (asked.some((resource) => resources.length > 0 && !resources.includes(resource))) {
    return undefined
  }
  const chosen = asked.length > 0 ? asked : resources
  return chosen.length > 0 ? chosen : [visit.scene.settings.server]
}

async function writeRefreshToken({ visit, client }: GrantRequest, ground: Ground): Promise<string> {
  const { scene, issuer } = visit
  const { grant, scopes, resources } = ground
  const expires = secondsNow(scene) + REFRESH_LIFETIME
  const content = { issuer, client: client.id, grant, scopes, resources, expires }
  return noteSecret(scene, await scene.sealer.seal('refresh', content))
}
