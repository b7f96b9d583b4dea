import { createRemoteJWKSet, jwtVerify } from 'jose'

/** What the SDKs of both lines want to know of a token. */
export type TokenRead = {
  readonly token: string
  readonly clientId: string
  readonly scopes: string[]
  readonly expiresAt?: number
  readonly resource: URL
}

const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>()

/** Reads an access token of an issuer for a resource; throws when it is none. */
export async function readToken(
  token: string,
  issuer: string,
  resource: string,
): Promise<TokenRead> {
  const set = keys.get(issuer) ?? createRemoteJWKSet(new URL(`${issuer}/jwks`))
  keys.set(issuer, set)
  const { payload } = await jwtVerify(token, set, { issuer, audience: resource })
  const { client_id: clientId, scope, exp } = payload
  return {
    token,
    clientId: String(clientId),
    scopes: typeof scope === 'string' ? scope.split(' ') : [],
    ...(exp !== undefined && { expiresAt: exp }),
    resource: new URL(resource),
  }
}
