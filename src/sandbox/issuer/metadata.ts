import { json } from '../answers.ts'
import type { JsonObject } from '../json.ts'
import { announcedIdentifiers } from '../mcp/resource-metadata.ts'
import type { Settings } from '../options.ts'
import { endpointUrl } from '../routes.ts'
import { type Visit, shaped } from '../scene.ts'
import { SIGNING_ALGORITHM } from './keys.ts'

export function answerIssuerMetadata(visit: Visit): Response {
  return json(issuerMetadata(visit))
}

/** The document of RFC 8414, or of OpenID Connect Discovery at that one's addresses. */
export function issuerMetadata(visit: Visit): JsonObject {
  const { scene, issuer, form } = visit
  const document = {
    issuer,
    ...endpoints(issuer, scene.settings),
    ...capabilities(scene.settings),
    ...(form.startsWith('openid') ? openidMembers() : {}),
    ...protectedResources(visit),
  }
  return shaped(scene, document, (effect, value: JsonObject) =>
    effect.issuerMetadata?.(value, visit),
  )
}

function protectedResources(visit: Visit): JsonObject {
  const identifiers = announcedIdentifiers(visit)
  return identifiers.length === 0 ? {} : { protected_resources: identifiers }
}

function endpoints(
  issuer: string,
  { registration, authorizationQuery: query }: Settings,
): JsonObject {
  return {
    authorization_endpoint:
      endpointUrl(issuer, 'authorize') + (query === undefined ? '' : `?${query}`),
    token_endpoint: endpointUrl(issuer, 'token'),
    ...(registration.dynamic ? { registration_endpoint: endpointUrl(issuer, 'register') } : {}),
    revocation_endpoint: endpointUrl(issuer, 'revoke'),
    jwks_uri: endpointUrl(issuer, 'jwks'),
  }
}

function capabilities(settings: Settings): JsonObject {
  const { scopes, grants, authMethods, registration, issuerParameter } = settings
  return {
    ...(scopes.issuer === undefined ? {} : { scopes_supported: scopes.issuer }),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: grants,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: authMethods,
    ...(authMethods.includes('private_key_jwt')
      ? { token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS }
      : {}),
    revocation_endpoint_auth_methods_supported: authMethods,
    ...(registration.documents ? { client_id_metadata_document_supported: true } : {}),
    ...(issuerParameter ? { authorization_response_iss_parameter_supported: true } : {}),
  }
}

/** What a client may sign its assertions with. */
export const ASSERTION_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA']

function openidMembers(): JsonObject {
  return {
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [SIGNING_ALGORITHM],
  }
}
