import { base64url } from 'jose'
import { type JsonObject, toStringList } from '../json.ts'
import { type Scene, type Visit, keeps, secondsNow } from '../scene.ts'
import { knownScopes, requestedScopes } from './authorization.ts'
import type { Client } from './clients.ts'
import { type GrantRequest, type Granting, issue, refuse } from './issuing.ts'

/** The person behind every practice grant. */
const PERSON = 'practice-person'

export async function grantByCode(request: GrantRequest): Promise<Granting> {
  const { visit, parameters, client } = request
  const { scene, issuer } = visit
  const code = await scene.sealer.open('code', parameters.get('code') ?? '')
  if (code === undefined || code['issuer'] !== issuer) {
    return refuse('invalid_grant', 'This issuer gave out no such code')
  }
  const grant = String(code['id'])
  const objection =
    codeObjection(code, request) ?? (await verifierObjection(code, visit, parameters))
  if (objection !== undefined) return refuse('invalid_grant', objection)
  const scopes = toStringList(code['scopes'])
  const ground = { grant, subject: PERSON, scopes, resources: toStringList(code['resources']) }
  const withRefresh = hasRefresh(visit, client, scopes)
  return issue(request, { ground, scopes, withRefresh, spend: () => spendCode(scene, grant) })
}

/** A code serves once; who brings it again loses what it gave (OAuth 2.1 section 4.1.3). */
function spendCode(scene: Scene, id: string): string | undefined {
  const { usedCodes, revoked } = scene.memory
  if (usedCodes.has(id) && keeps(scene, 'code-once')) {
    revoked.add(id)
    return 'The code was used before; its tokens are revoked'
  }
  usedCodes.add(id)
  return undefined
}

function codeObjection(code: JsonObject, { visit, parameters, client }: GrantRequest) {
  const { scene } = visit
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
  return fits ? undefined : 'code_verifier does not fit the code_challenge'
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

export async function grantByRefresh(request: GrantRequest): Promise<Granting> {
  const { visit, parameters, client } = request
  const { scene, issuer } = visit
  const text = parameters.get('refresh_token') ?? ''
  const held = await scene.sealer.open('refresh', text)
  if (held === undefined || held['issuer'] !== issuer || held['client'] !== client.id) {
    return refuse('invalid_grant', 'This issuer gave this client no such refresh token')
  }
  const grant = String(held['grant'])
  if (scene.memory.revoked.has(grant)) return refuse('invalid_grant', 'The grant was revoked')
  if (Number(held['expires']) <= secondsNow(scene)) return refuse('invalid_grant', 'It has expired')
  const granted = toStringList(held['scopes'])
  const scopes = parameters.has('scope') ? requestedScopes(scene, parameters) : granted
  if (scopes.some((scope) => !granted.includes(scope))) {
    return refuse('invalid_scope', 'A refresh reaches no further than the grant')
  }
  const resources = toStringList(held['resources'])
  const ground = { grant, subject: PERSON, scopes: granted, resources }
  const withRefresh = keeps(scene, 'refresh-rotation')
  return issue(request, {
    ground,
    scopes,
    withRefresh,
    spend: () => spendRefresh(scene, text, grant),
  })
}

/** Each refresh token serves once; a second use ends the whole grant (OAuth 2.1 section 4.3.1). */
function spendRefresh(scene: Scene, text: string, grant: string): string | undefined {
  const { usedRefreshTokens, revoked } = scene.memory
  if (usedRefreshTokens.has(text) && keeps(scene, 'refresh-once')) {
    revoked.add(grant)
    return 'The refresh token was used before; the grant is revoked'
  }
  if (keeps(scene, 'refresh-rotation')) usedRefreshTokens.add(text)
  return undefined
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
  return issue(request, { ground, scopes, withRefresh: false, spend: () => undefined })
}
