import type { JsonObject } from '../json.ts'
import { type Visit, noteSecret, secondsNow } from '../scene.ts'
import { writeAccessToken } from './access-token.ts'
import { canonicalResources } from './authorization.ts'
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
export type Ground = {
  readonly grant: string
  readonly subject: string
  readonly scopes: readonly string[]
  readonly resources: readonly string[]
}

/** How long a refresh token lives, in seconds. */
const REFRESH_LIFETIME = 30 * 24 * 3600

export function refuse(error: string, says: string): Granting {
  return { kind: 'refused', error, says }
}

export type Issue = {
  readonly ground: Ground
  readonly scopes: readonly string[]
  readonly withRefresh: boolean
  /**
   * Spends what the request brought, once nothing else stands against it. It runs without a pause
   * between looking and marking, so that of two requests at once only one gets through.
   */
  readonly spend: () => string | undefined
}

export async function issue(request: GrantRequest, { spend, ...wanted }: Issue): Promise<Granting> {
  const audience = audienceFor(request, wanted.ground)
  if (audience === undefined) {
    const given = request.parameters.getAll('resource').join(', ')
    return refuse('invalid_target', `The grant does not reach ${given}`)
  }
  const objection = spend()
  if (objection !== undefined) return refuse('invalid_grant', objection)
  return { kind: 'granted', answer: await tokenAnswer(request, wanted, audience) }
}

async function tokenAnswer(
  request: GrantRequest,
  { ground, scopes, withRefresh }: Omit<Issue, 'spend'>,
  audience: readonly string[],
): Promise<JsonObject> {
  const { scene, issuer } = request.visit
  const { lifetime, tokenTypeCase } = scene.settings
  const accessToken = await writeAccessToken(scene, {
    id: crypto.randomUUID(),
    grant: ground.grant,
    issuer,
    subject: ground.subject,
    client: request.client.id,
    audience,
    scopes,
    expires: secondsNow(scene) + lifetime,
  })
  return {
    access_token: accessToken,
    token_type: tokenTypeCase,
    expires_in: lifetime,
    scope: scopes.join(' '),
    ...(withRefresh ? { refresh_token: await writeRefreshToken(request, ground) } : {}),
  }
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
