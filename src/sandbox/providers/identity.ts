import { json } from '../answers.ts'
import { drops, instead, sets } from '../faults/effects.ts'
import { without } from '../json.ts'
import { type Imitation, endpointsAt, refusal } from './imitation.ts'

const AUTH0 = 'https://acme.eu.auth0.com/'
const TENANT = 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0'
const GOOGLE = 'https://accounts.google.com'
const OKTA = 'https://acme.okta.com/oauth2/default'
const REALM = 'https://sso.acme.example/realms/acme'
const POOL = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_acme'

const BY_HAND = { registration: { dynamic: false, documents: false } } as const

/** Identity providers that people put before their MCP servers. */
export const IDENTITY_IMITATIONS = {
  'auth0-opaque-token': {
    quirk: 'Q58',
    issuer: AUTH0,
    needs: { tokens: 'opaque' },
    faults: ['fresh-token-refused'],
  },
  'auth0-issuer-slash': {
    quirk: 'Q35',
    issuer: AUTH0,
    habits: [{ resourceMetadata: sets({ authorization_servers: [AUTH0.slice(0, -1)] }) }],
  },
  'entra-resource-and-scope': {
    quirk: 'Q56',
    issuer: TENANT,
    habits: [
      refusal(
        'invalid_target',
        "AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes. Trace ID: 1",
      ),
    ],
  },
  'entra-graph-scope': {
    quirk: 'Q57',
    issuer: TENANT,
    habits: [
      refusal(
        'invalid_client',
        "AADSTS650053: The application 'Practice' asked for scope 'tools' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'.",
      ),
    ],
  },
  'entra-without-pkce-methods': {
    quirk: 'Q37',
    issuer: TENANT,
    habits: [{ issuerMetadata: drops('code_challenge_methods_supported') }],
  },
  'entra-common': {
    quirk: 'Q36',
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    habits: [
      { issuerMetadata: sets({ issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }) },
    ],
  },
  'entra-by-hand': { quirk: 'Q46', issuer: TENANT, needs: BY_HAND },
  'entra-cross-origin-redemption': {
    quirk: 'Q20',
    issuer: TENANT,
    habits: [
      instead('token', () =>
        json(
          {
            error: 'invalid_request',
            error_description:
              "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
          },
          400,
        ),
      ),
    ],
  },
  'entra-guid-audience': {
    quirk: 'Q79',
    issuer: TENANT,
    habits: [{ leaves: 'audience', claims: sets({ aud: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee' }) }],
  },
  'google-offline-access': {
    quirk: 'Q61',
    issuer: GOOGLE,
    habits: [refusal('invalid_scope', 'Some requested scopes were invalid: offline_access')],
  },
  'google-by-hand': { quirk: 'Q46', issuer: GOOGLE, needs: BY_HAND },
  'google-late-challenge': {
    quirk: 'Q07',
    server: 'https://calendarmcp.googleapis.com/mcp/v1',
    issuer: GOOGLE,
    needs: {
      openMethods: ['initialize', 'ping', 'server/discover', 'tools/list'],
      scopes: { challenge: ['tools'], resource: ['tools'], required: { 'tools/call': ['tools'] } },
    },
    habits: [
      {
        request: (request) =>
          new Request(
            request.url.replace(/(oauth-protected-resource)\/echo$/, '$1/mcp/v1'),
            request,
          ),
        challenge: ({ scheme, parameters }) => ({
          scheme,
          parameters: parameters.map(([name, value]) =>
            name === 'resource_metadata'
              ? [
                  name,
                  'https://calendarmcp.googleapis.com/.well-known/oauth-protected-resource/echo',
                ]
              : [name, value],
          ),
        }),
      },
    ],
  },
  'okta-behind-the-path': {
    quirk: 'Q41',
    issuer: OKTA,
    needs: { issuerMetadataAt: 'openid-appended' },
  },
  'okta-closed-registration': { quirk: 'Q47', issuer: OKTA, faults: ['dcr-needs-token'] },
  'okta-registration-without-cors': {
    quirk: 'Q18',
    issuer: OKTA,
    faults: ['cors-none-on-registration'],
  },
  'keycloak-audience': {
    quirk: 'Q59',
    issuer: REALM,
    faults: ['audience-missing'],
    habits: [keycloak()],
  },
  'keycloak-registration-without-cors': {
    quirk: 'Q18',
    issuer: REALM,
    faults: ['cors-none-on-registration'],
    habits: [keycloak()],
  },
  'cognito-pool-scopes': {
    quirk: 'Q60',
    issuer: POOL,
    habits: [refusal('invalid_scope', 'invalid_scope')],
  },
  'workos-openid-document': {
    quirk: 'Q40',
    issuer: 'https://acme.authkit.app',
    needs: { issuerMetadataAt: 'both' },
    habits: [
      {
        issuerMetadata: (document, { form }) =>
          form.startsWith('openid')
            ? without(document, 'registration_endpoint', 'code_challenge_methods_supported')
            : document,
      },
    ],
  },
} as const satisfies { readonly [name: string]: Imitation }

function keycloak() {
  return endpointsAt({
    authorize: '/protocol/openid-connect/auth',
    token: '/protocol/openid-connect/token',
    register: '/clients-registrations/openid-connect',
  })
}
