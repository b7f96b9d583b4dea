import { findRepeated, withValues } from '../body.ts'
import { resourceIdentifiers } from '../mcp/resource-metadata.ts'
import { toolsOf } from '../mcp/tools.ts'
import { type Callback, type Scene, type Visit, keeps, shaped } from '../scene.ts'
import { type Client, findClient } from './clients.ts'
import { isSameRedirectUri } from './redirect-uris.ts'

/** An authorization request that may be put before a person. */
export type AuthorizationRequest = {
  readonly client: Client
  readonly redirectUri: string
  readonly state: string | undefined
  readonly scopes: readonly string[]
  /** Undefined when a fault lets a request pass without PKCE. */
  readonly challenge: string | undefined
  readonly resources: readonly string[]
}

export type AuthorizationReading =
  /** Nothing may be sent to the redirect URI: the person reads it here (OAuth 2.1 section 4.1.2.1). */
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'ask'; readonly request: AuthorizationRequest }

export async function readAuthorization(
  visit: Visit,
  given: URLSearchParams,
): Promise<AuthorizationReading> {
  const parameters = withValues(given)
  const deadEnd = visit.scene.effects.find((effect) => effect.deadEnd !== undefined)?.deadEnd
  if (deadEnd !== undefined) return { kind: 'refused', says: deadEnd }
  const id = parameters.get('client_id')
  if (id === null) return { kind: 'refused', says: 'The request names no client_id' }
  const search = await findClient(visit, id)
  if (search.kind === 'unknown') return { kind: 'refused', says: search.why }
  const redirectUri = chooseRedirectUri(visit.scene, search.client, parameters.get('redirect_uri'))
  if (redirectUri === undefined) {
    const says = `${parameters.get('redirect_uri') ?? 'No redirect URI'} is not registered for ${search.client.name}`
    return { kind: 'refused', says }
  }
  return judge({ visit, parameters, client: search.client, redirectUri })
}

function chooseRedirectUri(scene: Scene, client: Client, given: string | null) {
  if (given === null) return client.redirectUris.length === 1 ? client.redirectUris[0] : undefined
  if (!keeps(scene, 'redirect-match')) return given
  const isSame = keeps(scene, 'loopback-port')
    ? isSameRedirectUri
    : (registered: string, other: string) => registered === other
  return client.redirectUris.some((registered) => isSame(registered, given)) ? given : undefined
}

type Draft = {
  readonly visit: Visit
  readonly parameters: URLSearchParams
  readonly client: Client
  readonly redirectUri: string
}

function judge(draft: Draft): AuthorizationReading {
  const { visit, parameters, client, redirectUri } = draft
  const objection = objectionTo(draft)
  const state = parameters.get('state') ?? undefined
  if (objection !== undefined) {
    const answer = { redirectUri, state, parameters: errorParameters(...objection) }
    return { kind: 'redirect', location: callbackUrl(visit, answer) }
  }
  const request = {
    client,
    redirectUri,
    state,
    scopes: requestedScopes(visit.scene, parameters),
    challenge: parameters.get('code_challenge') ?? undefined,
    resources: canonicalResources(visit, parameters) ?? [],
  }
  return { kind: 'ask', request }
}

type Objection = readonly [error: string, description: string]

function objectionTo(draft: Draft): Objection | undefined {
  const { visit, parameters } = draft
  const wanted = visit.scene.effects.find((effect) => effect.refusesWith !== undefined)?.refusesWith
  if (wanted !== undefined) return [wanted, 'The practice issuer refuses each request']
  const repeated = findRepeated(parameters)
  if (repeated !== undefined) return ['invalid_request', `${repeated} is there twice`]
  if (parameters.get('response_type') !== 'code') {
    return ['unsupported_response_type', 'This issuer knows response_type=code']
  }
  if (!['query', null].includes(parameters.get('response_mode'))) {
    return ['invalid_request', 'This issuer knows response_mode=query']
  }
  return objectionToGrant(draft) ?? objectionToPkce(draft) ?? objectionToReach(draft)
}

function objectionToGrant({ client }: Draft): Objection | undefined {
  if (client.grants.includes('authorization_code')) return undefined
  return ['unauthorized_client', 'This client may not use the authorization code grant']
}

function objectionToPkce({ visit, parameters }: Draft): Objection | undefined {
  const challenge = parameters.get('code_challenge')
  if (challenge === null) {
    if (!keeps(visit.scene, 'pkce-demanded')) return undefined
    return ['invalid_request', 'code_challenge is missing']
  }
  if (!keeps(visit.scene, 'pkce-verified')) return undefined
  if (parameters.get('code_challenge_method') !== 'S256') {
    return ['invalid_request', 'code_challenge_method is S256 here']
  }
  return /^[\w-]{43}$/.test(challenge)
    ? undefined
    : ['invalid_request', 'code_challenge is no base64url of a SHA-256']
}

function objectionToReach({ visit, parameters, client }: Draft): Objection | undefined {
  const isScopeless = client.scope === undefined && client.document === undefined
  if (isScopeless && !keeps(visit.scene, 'scope-free-registration')) {
    return ['invalid_scope', 'The client registered no scope']
  }
  const known = knownScopes(visit.scene)
  const unknown = requestedScopes(visit.scene, parameters).find((scope) => !known.includes(scope))
  if (unknown !== undefined) return ['invalid_scope', `There is no scope ${unknown}`]
  if (canonicalResources(visit, parameters) === undefined) {
    return ['invalid_target', `No such resource: ${parameters.getAll('resource').join(', ')}`]
  }
  return undefined
}

/** The scopes asked for; when none are, the issuer's own default, or those that the resource metadata calls basic. */
export function requestedScopes({ settings }: Scene, parameters: URLSearchParams) {
  const given = parameters.get('scope')
  if (given !== null) return [...new Set(given.split(' ').filter(Boolean))]
  const { unasked, resource, challenge } = settings.scopes
  return unasked ?? resource ?? challenge ?? []
}

export function knownScopes({ settings, effects }: Scene): readonly string[] {
  const { challenge, resource, issuer, required } = settings.scopes
  const lists = [challenge, resource, issuer, ...Object.values(required ?? {})]
  const forTools = toolsOf(settings).map((tool) => tool.scopes)
  const neverEnough = effects.map((effect) => effect.alwaysLacks)
  return [...lists, ...forTools, ...neverEnough].flatMap((list) => list ?? [])
}

/**
 * The resources of a request in the server's own spelling, or undefined when one is not ours.
 * Scheme and host compare without case, as the MCP specification asks of servers.
 */
export function canonicalResources(visit: Visit, parameters: URLSearchParams) {
  const identifiers = resourceIdentifiers(visit)
  const found = parameters
    .getAll('resource')
    .map(
      (given) =>
        identifiers.find((own) => own === given || isSameUrl(own, given)) ??
        (visit.scene.settings.resources === 'any' ? given : undefined),
    )
  const all = found.filter((own) => own !== undefined)
  return all.length === found.length ? [...new Set(all)] : undefined
}

function isSameUrl(own: string, given: string): boolean {
  if (!URL.canParse(own) || !URL.canParse(given) || given.includes('#')) return false
  return new URL(own).href === new URL(given).href
}

export type CallbackAnswer = {
  readonly redirectUri: string
  readonly state: string | undefined
  readonly parameters: Callback['parameters']
}

/** Where the browser goes next: the redirect URI with the answer, `state`, and `iss`. */
export function callbackUrl({ scene, issuer }: Visit, answer: CallbackAnswer): string {
  const plain: Callback = {
    redirectUri: answer.redirectUri,
    part: 'query',
    parameters: [
      ...answer.parameters,
      ...(answer.state === undefined ? [] : [['state', answer.state] as const]),
      ...(scene.settings.issuerParameter ? [['iss', issuer] as const] : []),
    ],
  }
  const { redirectUri, parameters, part } = shaped(scene, plain, (effect, value) =>
    effect.callback?.(value, scene),
  )
  const added = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString()
  if (part === 'fragment') return `${redirectUri}#${added}`
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${added}`
}

export function errorParameters(error: string, description: string): Callback['parameters'] {
  return [
    ['error', error],
    ['error_description', description],
  ]
}
