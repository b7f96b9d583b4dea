import { known } from '../run/behaviour/known.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpRustSdk } from './mcp-rust-sdk.ts'

/** goose, as known of commit 06423fd5 (2026). */
export const goose = {
  id: 'goose',
  name: 'goose',
  asOf: 'commit 06423fd5 (2026)',
  seenIn: '2026-01',
  confidence: 'source-code',
  sources: [
    'https://github.com/block/goose crates/goose/src/oauth/mod.rs@06423fd5f56dd53e51ef0c3550fd932cc15e50dd',
    'https://github.com/modelcontextprotocol/rust-sdk crates/rmcp/src/transport/auth.rs@4a738b9d (2026-08-20)',
  ],
  differs: known({
    ...mcpRustSdk.differs,
    sendsApplicationType: false,
    authorizationRequests: null,
    stepUp: null,
  }),
  redirectUris: ['http://127.0.0.1:{port}/oauth_callback'],
  documents: ['https://goose-docs.ai/oauth/client-metadata.json'],
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'at start-up from the store; on failure: credentials cleared, browser login',
  notes: [
    'The exact rmcp version pinned by this commit was not read; rmcp behaviour is that of 3.1.4.',
    'rmcp: union of challenge and PRM scopes; AS scopes only when both are empty.',
    'issuer: exact, root trailing slash tolerated; missing issuer refused',
    'callbackPortEnv: GOOSE_OAUTH_CALLBACK_PORT',
  ],
} as const satisfies ClientProfile
