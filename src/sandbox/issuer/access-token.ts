import { SignJWT, jwtVerify } from 'jose'
import { type JsonObject, isStringList } from '../json.ts'
import { type Scene, noteSecret, secondsNow, shaped } from '../scene.ts'
import { KEY_ID, SIGNING_ALGORITHM, signingKey, verifyingKey } from './keys.ts'

/** What an access token says. */
export type AccessToken = {
  readonly id: string
  /** The grant it came from: revoking the grant revokes all its tokens. */
  readonly grant: string
  readonly issuer: string
  readonly subject: string
  readonly client: string
  readonly audience: readonly string[]
  readonly scopes: readonly string[]
  readonly expires: number
}

/** Writes a token as RFC 9068 has it, signed or sealed. */
export async function writeAccessToken(scene: Scene, token: AccessToken): Promise<string> {
  const [audience] = token.audience
  const claims = shaped(
    scene,
    {
      iss: token.issuer,
      sub: token.subject,
      aud: token.audience.length === 1 ? audience : token.audience,
      client_id: token.client,
      scope: token.scopes.join(' '),
      iat: secondsNow(scene),
      exp: token.expires,
      jti: token.id,
      grant: token.grant,
    },
    (effect, value: JsonObject) => effect.claims?.(value),
  )
  const isJwt = scene.settings.tokens === 'jwt'
  return noteSecret(scene, isJwt ? await signed(claims) : await scene.sealer.seal('token', claims))
}

async function signed(claims: JsonObject): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: 'at+jwt', kid: KEY_ID })
    .sign(await signingKey())
}

/** Reads a token that was written here; says nothing yet about its time, audience or revocation. */
export async function readAccessToken(
  scene: Scene,
  text: string,
): Promise<AccessToken | undefined> {
  const opaque = await scene.sealer.open('token', text)
  const claims = opaque ?? (await verified(text))
  return claims === undefined ? undefined : toAccessToken(claims)
}

async function verified(text: string): Promise<JsonObject | undefined> {
  try {
    // The epoch: whether the token has expired is a duty of its own, which a fault may leave undone.
    const currentDate = new Date(0)
    const { payload } = await jwtVerify(text, await verifyingKey(), {
      algorithms: [SIGNING_ALGORITHM],
      typ: 'at+jwt',
      currentDate,
    })
    return payload
  } catch {
    return undefined
  }
}

function toAccessToken(claims: JsonObject): AccessToken | undefined {
  const { iss, sub, aud, client_id: client, scope, exp, jti, grant } = claims
  const audience = typeof aud === 'string' ? [aud] : aud
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof client !== 'string')
    return undefined
  if (typeof exp !== 'number' || typeof jti !== 'string' || typeof grant !== 'string')
    return undefined
  if (!isStringList(audience) || typeof scope !== 'string') return undefined
  const scopes = scope.split(' ').filter(Boolean)
  return { id: jti, grant, issuer: iss, subject: sub, client, audience, scopes, expires: exp }
}
