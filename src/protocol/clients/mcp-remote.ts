import {
  FIRST_CONTACT,
  OAUTH_INSERTED,
  RESOURCE_METADATA,
  SERVER_METADATA,
} from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpTsSdkV1 } from './mcp-ts-sdk-v1.ts'

/** mcp-remote (stdio bridge), as known of 0.1.38, commit d26e5a82 (2026-08-21), SDK ^1.25.3. */
export const mcpRemote = {
  id: 'mcp-remote',
  name: 'mcp-remote (stdio bridge)',
  asOf: '0.1.38, commit d26e5a82 (2026-08-21), SDK ^1.25.3',
  seenIn: '2026-08',
  confidence: 'source-code',
  sources: [
    'https://github.com/geelen/mcp-remote src/lib/utils.ts, src/lib/protected-resource-metadata.ts, src/lib/authorization-server-metadata.ts, src/lib/node-oauth-client-provider.ts @d26e5a82',
  ],
  differs: {
    ...mcpTsSdkV1.differs,
    discovery: [
      { ...FIRST_CONTACT, id: 'own-probe', method: 'GET', onFailure: 'next' },
      FIRST_CONTACT,
      ...RESOURCE_METADATA,
      { ...OAUTH_INSERTED, id: 'own-as', purpose: 'scopes', at: 'oauth-root' },
      ...SERVER_METADATA,
    ],
    firstContact: null,
    versions: null,
    scopeFrom: ['challenge', 'resource-metadata', 'early-metadata', 'fixed'],
    fixedScope: 'openid email profile',
    registration: ['pre-registered', 'dynamic'],
    registersAs: 'none',
    sendsApplicationType: false,
    resourceForm: 'parsed',
  },
  redirectUris: ['http://localhost:{port}/oauth/callback'],
  documents: null,
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'SDK v1',
  notes: [
    'Callback port derived from a hash of the server URL; a stored registration with another redirect_uri is discarded.',
    'First scheme must be Bearer; values may be quoted or bare.',
    'Overwrites the scope the SDK put in the authorize URL.',
    '--static-oauth-client-metadata can override fields. No CIMD.',
    'timeouts: 10 s probe, 5 s metadata',
    'Between the resource metadata and the authorization server it also looks for a scope in the answer of its registration, which a walk cannot follow: it decides on scopes before it registers.',
    'It reads the resource metadata twice, once by itself and once by the SDK; a walk reads it once.',
  ],
} as const satisfies ClientProfile
