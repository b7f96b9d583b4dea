import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpTsSdkV2 } from './mcp-ts-sdk-v2.ts'

/** MCP Inspector v2, as known of 2.3.0, commit 86d5f58e (2026-08-19). */
export const mcpInspector = {
  id: 'mcp-inspector',
  name: 'MCP Inspector v2',
  asOf: '2.3.0, commit 86d5f58e (2026-08-19)',
  seenIn: '2026-08',
  confidence: 'source-code',
  sources: [
    'https://github.com/modelcontextprotocol/inspector core/auth/providers.ts, core/auth/mcpAuth.ts, core/auth/discovery.ts, core/auth/cimd.ts, clients/cli/README.md @86d5f58e',
  ],
  differs: known({
    ...mcpTsSdkV2.differs,
    originIssuerCheck: 'exact',
    registersAs: 'none',
    firstContact: null,
    sendsApplicationType: null,
    versions: null,
  }),
  redirectUris: ['http://localhost:6274/oauth/callback', 'http://127.0.0.1:6276/oauth/callback'],
  documents: null,
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'SDK v2',
  notes: [
    'Web UI callback on 6274, TUI/CLI on 6276.',
    'v1 Inspector (branch v1/main, 1.0.1) registers /oauth/callback and /oauth/callback/debug of its own origin.',
    'First scheme must be Bearer; values may be quoted or bare.',
    'SDK v2 rule; the v1.x Inspector UI instead used user scope, then PRM, then AS scopes_supported.',
    'No default CIMD document: the user supplies the URL.',
    'step-up: union of scopes with a user confirmation dialog',
  ],
} as const satisfies ClientProfile
