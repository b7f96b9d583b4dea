import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpTsSdkV1 } from './mcp-ts-sdk-v1.ts'

/** MCP TypeScript SDK client v2, as known of 2.0.0, commit 3924de99, and of 2.4.0 at work (2026-11). */
export const mcpTsSdkV2 = {
  id: 'mcp-ts-sdk-v2',
  name: 'MCP TypeScript SDK client v2',
  asOf: '2.0.0, commit 3924de99 (2026-08-18); 2.4.0 at work (2026-11)',
  seenIn: '2026-11',
  confidence: 'source-code',
  sources: [
    'https://github.com/modelcontextprotocol/typescript-sdk packages/client/src/client/auth.ts@3924de99',
    'https://github.com/modelcontextprotocol/typescript-sdk packages/client/src/client/streamableHttp.ts@3924de99',
  ],
  differs: known({
    ...mcpTsSdkV1.differs,
    metadataFault: 'abort-if-lost',
    issuerCheck: 'exact',
    originIssuerCheck: 'trailing-slash',
    takesMissingIssuer: false,
    offlineAccess: 'with-scope',
    sendsApplicationType: true,
    issCheck: 'compare',
    stepUp: 'union',
  }),
  redirectUris: null,
  documents: null,
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh:
    'inside auth() after a 401; on failure: OAuth errors surface or clear credentials; server errors fall through to a new authorization',
  notes: [
    '2.4.0 was held against this profile at every fault of the sandbox: npm run agreement. Its default is the handshake with initialize.',
    'prompt=consent added when offline_access is requested.',
    'A network TypeError during PRM discovery is propagated (no silent fallback) outside browsers.',
    '5xx on AS metadata (except 502) aborts.',
    'Token endpoint must be TLS unless loopback.',
    'First scheme must be Bearer; values may be quoted or bare.',
    'AS scopes_supported is not used as a scope source.',
    'Bound to the issuer it was stored for.',
    'Rest of the body comes from the host application.',
    "issuer: exact string (only the SDK's own origin fallback tolerates a trailing slash); opt-out exists",
    'step-up: 403 insufficient_scope: union of scopes, forces re-authorization, bounded retries',
    'cors: in browsers retries discovery without the custom header',
  ],
} as const satisfies ClientProfile
