import { known } from '../run/behaviour/known.ts'
import {
  FIRST_CONTACT,
  OAUTH_INSERTED,
  RESOURCE_METADATA,
  SERVER_METADATA,
  type ServerLookup,
} from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'

const PLACES: readonly ServerLookup[] = [
  ...SERVER_METADATA,
  { ...OAUTH_INSERTED, id: 'as-root', at: 'oauth-root' },
  { ...OAUTH_INSERTED, id: 'as-oidc-root', at: 'openid-root' },
]

/** Gemini CLI, as known of 0.56.0-nightly.20260806, commit 5411f113 (2026-08-21). */
export const geminiCli = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  asOf: '0.56.0-nightly.20260806, commit 5411f113 (2026-08-21)',
  seenIn: '2026-08',
  confidence: 'source-code',
  sources: [
    'https://github.com/google-gemini/gemini-cli packages/core/src/mcp/oauth-provider.ts@5411f113',
    'https://github.com/google-gemini/gemini-cli packages/core/src/mcp/oauth-utils.ts@5411f113',
    'https://github.com/google-gemini/gemini-cli packages/core/src/utils/oauth-flow.ts@5411f113',
    'https://github.com/google-gemini/gemini-cli/issues/25508 (2026-04-16)',
    'https://github.com/google-gemini/gemini-cli/issues/20017',
    'https://github.com/google-gemini/gemini-cli/issues/15754',
  ],
  differs: known({
    discovery: [
      { ...FIRST_CONTACT, method: 'HEAD', onFailure: 'next' },
      ...RESOURCE_METADATA,
      ...PLACES,
      ...PLACES.map(
        (place) => ({ ...place, id: `mcp-${place.id}`, of: 'endpoint', when: 'named' }) as const,
      ),
    ],
    asksAhead: false,
    metadataHeaders: { to: 'all', headers: [] },
    resourceCheck: 'endpoint-url',
    resourceMismatch: 'abort',
    issuers: 'first',
    issuerCheck: 'none',
    originIssuerCheck: 'none',
    takesMissingIssuer: true,
    defaultEndpoints: 'never',
    originAsIssuer: 'endpoint',
    pkceCheck: 'none',
    scopeFrom: ['server-metadata'],
    scopeSources: 'first',
    fixedScope: '',
    addsOpenidScopes: false,
    noScope: 'left-out',
    offlineAccess: 'never',
    registration: ['pre-registered', 'dynamic'],
    documentNeeds: 'flag',
    registersAs: 'none',
    sendsApplicationType: false,
    sendsResource: 'always',
    resourceOnRefresh: true,
    resourceForm: 'server',
    issCheck: 'none',
  }),
  redirectUris: ['http://localhost:{port}/oauth/callback'],
  documents: null,
  tokenAuthentication: ['none', 'client_secret_post'],
  refresh:
    'when the stored token is expired; on failure: credentials deleted, user must log in again',
  notes: [
    'PKCE S256 always.',
    'Reported replaced by Antigravity CLI in 2026-06 by a third party; not checked.',
    'Only resource_metadata="..." (quoted) is parsed.',
    'PRM scopes_supported and challenge scope are never used.',
    'No CIMD code in the files read.',
    'resource: exact equality of scheme://host/path between PRM resource and MCP URL, also for the root document',
    'callbackPortEnv: OAUTH_CALLBACK_PORT',
    'redirects: fetch default',
  ],
} as const satisfies ClientProfile
