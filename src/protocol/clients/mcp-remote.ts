import { known } from '../run/behaviour/known.ts'
import { FIRST_CONTACT, OAUTH_INSERTED } from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpTsSdkV1 } from './mcp-ts-sdk-v1.ts'

/** mcp-remote (stdio bridge), as known of 0.1.38, commit d26e5a82 (2026-08-21), and of it at work (2026-11). */
export const mcpRemote = {
  id: 'mcp-remote',
  name: 'mcp-remote (stdio bridge)',
  asOf: '0.1.38, commit d26e5a82 (2026-08-21), SDK ^1.25.3; 0.1.38 at work (2026-11)',
  seenIn: '2026-11',
  confidence: 'source-code',
  sources: [
    'https://github.com/geelen/mcp-remote src/lib/utils.ts, src/lib/protected-resource-metadata.ts, src/lib/authorization-server-metadata.ts, src/lib/node-oauth-client-provider.ts @d26e5a82',
  ],
  differs: known({
    ...mcpTsSdkV1.differs,
    discovery: [
      { ...FIRST_CONTACT, id: 'own-probe', method: 'GET', onFailure: 'next' },
      ...(mcpTsSdkV1.differs.discovery ?? []),
      { ...OAUTH_INSERTED, id: 'own-as', purpose: 'scopes', at: 'oauth-root' },
    ],
    scopeFrom: ['challenge', 'resource-metadata', 'early-metadata', 'fixed'],
    fixedScope: 'openid email profile',
    registration: ['pre-registered', 'dynamic'],
    challengePattern: '',
    registersAs: 'none',
    sendsApplicationType: false,
    resourceForm: 'parsed',
    firstContact: null,
    versions: null,
    readsTwice: true,
  }),
  redirectUris: ['http://localhost:{port}/oauth/callback'],
  documents: null,
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'SDK v1',
  notes: [
    '0.1.38 was held against this profile at a share of the faults of the sandbox: npm run agreement.',
    'Callback port derived from a hash of the server URL; a stored registration with another redirect_uri is discarded.',
    'First scheme must be Bearer; values may be quoted or bare.',
    'Overwrites the scope the SDK put in the authorize URL.',
    '--static-oauth-client-metadata can override fields. No CIMD.',
    'timeouts: 10 s probe, 5 s metadata',
    'Between the resource metadata and the authorization server it also looks for a scope in the answer of its registration, which a walk cannot follow: it decides on scopes before it registers.',
    'It asks by GET and reads all metadata by itself, after which the SDK in it asks by POST and reads it anew, with its own reader of the challenge; a walk reads both times as the SDK does.',
  ],
} as const satisfies ClientProfile
