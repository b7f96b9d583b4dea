import { json, oauthError, text } from '../answers.ts'
import { drops, instead, sets } from '../faults/effects.ts'
import type { Effect } from '../scene.ts'
import { type Imitation, endpointsAt, forRefresh, refusal } from './imitation.ts'

const SENTRY = { server: 'https://mcp.sentry.dev/mcp', issuer: 'https://mcp.sentry.dev' } as const

const SDK_CHALLENGE = {
  challenge: ({ scheme, parameters }, { request }) => ({
    scheme,
    parameters: request.headers.has('Authorization')
      ? parameters
      : [
          ['error', 'invalid_token'],
          ['error_description', 'Missing Authorization header'],
          ...parameters,
        ],
  }),
} as const satisfies Effect

/** Hosted MCP servers, and what people build their own with. */
export const HOSTED_IMITATIONS = {
  'better-auth-offline-access': {
    quirk: 'Q62',
    issuer: 'https://app.acme.example/api/auth',
    habits: [
      endpointsAt({ authorize: '/mcp/authorize', token: '/mcp/token' }),
      refusal('invalid_scope', 'The following scopes are invalid: offline_access'),
    ],
  },
  'typescript-sdk-missing-header': { quirk: 'Q12', habits: [SDK_CHALLENGE] },
  'typescript-sdk-500': {
    quirk: 'Q11',
    habits: [
      SDK_CHALLENGE,
      {
        before: ({ place, request }) =>
          place === 'mcp' && request.headers.has('Authorization')
            ? json({ error: 'server_error', error_description: 'Internal Server Error' }, 500)
            : undefined,
      },
    ],
  },
  'figma-catalog': {
    quirk: 'Q48',
    server: 'https://mcp.figma.com/mcp',
    issuer: 'https://api.figma.com',
    habits: [instead('register', () => text('Forbidden', 403))],
  },
  'plane-redirect-uri': {
    quirk: 'Q49',
    server: 'https://mcp.plane.so/http/mcp',
    issuer: 'https://mcp.plane.so/http',
    habits: [
      instead('authorize', () =>
        oauthError('invalid_request', 'Redirect URI does not match allowed patterns.'),
      ),
    ],
  },
  'salesforce-loopback-name': {
    quirk: 'Q55',
    server: 'https://api.salesforce.com/platform/mcp/v1/platform/sobject-reads',
    issuer: 'https://login.salesforce.com',
    habits: [refusal('redirect_uri_mismatch', 'redirect_uri must match configuration')],
  },
  'snowflake-without-metadata': {
    quirk: 'Q42',
    server: 'https://acme.snowflakecomputing.com/api/v2/mcp-servers/practice',
    issuer: 'https://acme.snowflakecomputing.com/oauth',
    needs: { issuerMetadataAt: 'nowhere' },
  },
  'sentry-two-pointers': { quirk: 'Q04', ...SENTRY, faults: ['challenge-pointer-twice'] },
  'sentry-origin-alone': {
    quirk: 'Q23',
    ...SENTRY,
    habits: [refusal('invalid_target', 'The requested resource is unknown')],
  },
  'notion-family-revoked': {
    quirk: 'Q77',
    server: 'https://mcp.notion.com/mcp',
    issuer: 'https://mcp.notion.com',
    habits: [forRefresh(() => oauthError('invalid_grant', 'OAuth grant revoked'))],
  },
  'cloudflare-without-iss': {
    quirk: 'Q64',
    server: 'https://mcp.cloudflare.com/mcp',
    issuer: 'https://mcp.cloudflare.com',
    faults: ['iss-promised-absent'],
  },
  'namecheap-other-iss': {
    quirk: 'Q65',
    server: 'https://mcp.namecheap.com/mcp',
    issuer: 'https://mcp.namecheap.com',
    faults: ['iss-other-host'],
  },
  'home-assistant-paths': {
    quirk: 'Q43',
    issuer: 'https://home.acme.example',
    habits: [
      { issuerMetadata: drops('issuer') },
      {
        issuerMetadata: sets({
          authorization_endpoint: '/auth/authorize',
          token_endpoint: '/auth/token',
          service_documentation: 'https://developers.home-assistant.io/docs/auth_api',
        }),
      },
    ],
  },
} as const satisfies { readonly [name: string]: Imitation }
