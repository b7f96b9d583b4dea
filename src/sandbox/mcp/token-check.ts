import { type AccessToken, readAccessToken } from '../issuer/access-token.ts'
import { type Scene, type Visit, keeps, secondsNow } from '../scene.ts'
import { currentIssuer, resourceIdentifiers } from './resource-metadata.ts'

export type TokenCheck =
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'accepted'; readonly token: AccessToken | undefined }

/** Looks at the token of a request: its signature, issuer, audience, time, and revocation. */
export async function checkToken(visit: Visit): Promise<TokenCheck> {
  const { scene } = visit
  const text = presentedToken(visit)
  if (text === undefined) return { kind: 'absent' }
  const token = await readAccessToken(scene, text)
  if (token === undefined) {
    if (!keeps(scene, 'token-validity')) return { kind: 'accepted', token: undefined }
    return { kind: 'refused', why: 'The token was not issued for this server' }
  }
  const why = objection(token, visit)
  return why === undefined ? { kind: 'accepted', token } : { kind: 'refused', why }
}

function presentedToken({ request, url, scene }: Visit): string | undefined {
  const header = request.headers.get('Authorization')
  const match = header === null ? null : /^Bearer +(\S+) *$/i.exec(header)
  if (match !== null) return match[1]
  if (keeps(scene, 'header-token-only')) return header === null ? undefined : ''
  return url.searchParams.get('access_token') ?? undefined
}

function objection(token: AccessToken, visit: Visit): string | undefined {
  const { scene } = visit
  if (token.issuer !== currentIssuer(scene)) return 'The token comes from another issuer'
  if (keeps(scene, 'audience') && !isMeantForUs(token, visit)) {
    return 'The token is meant for another server'
  }
  if (keeps(scene, 'expiry') && token.expires <= secondsNow(scene)) return 'The token has expired'
  return isRevoked(token, scene) ? 'The token has been revoked' : undefined
}

function isMeantForUs(token: AccessToken, visit: Visit): boolean {
  const identifiers = resourceIdentifiers(visit)
  return token.audience.some((audience) => identifiers.includes(audience))
}

function isRevoked(token: AccessToken, { memory }: Scene): boolean {
  return memory.revoked.has(token.id) || memory.revoked.has(token.grant)
}
