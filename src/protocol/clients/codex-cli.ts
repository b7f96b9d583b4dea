import { known } from '../run/behaviour/known.ts'
import { OAUTH_INSERTED, type ServerLookup } from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'
import { mcpRustSdk } from './mcp-rust-sdk.ts'

/** The check whether a server supports a login, on the MCP server's host only. */
const EARLY: ServerLookup = { ...OAUTH_INSERTED, purpose: 'scopes', of: 'endpoint' }

/** OpenAI Codex CLI. */
export const codexCli = {
  id: 'codex-cli',
  name: 'OpenAI Codex CLI',
  asOf: 'codex main 2026-07..2026-08 (commits 18b3cfcb, 08e91659; rmcp 3.0.0-beta.3); CIMD per 0.153/0.154 (2026-09)',
  seenIn: '2026-09',
  confidence: 'source-code',
  confidenceOf: {
    registration: 'user-reports',
    issuerCheck: 'user-reports',
    issCheck: 'user-reports',
    versions: 'user-reports',
  },
  sources: [
    'https://github.com/openai/codex codex-rs/rmcp-client/src/perform_oauth_login.rs@18b3cfcb60746d54e5d90bb105d363d7ace1d254',
    'https://github.com/openai/codex codex-rs/rmcp-client/src/auth_status.rs@08e916598345c4e0d372e3c699bd6059c5b8c000',
    'https://github.com/modelcontextprotocol/rust-sdk crates/rmcp/src/transport/auth.rs@4a738b9d (2026-08-20)',
    'https://github.com/openai/codex/issues/15643 (open, 2026-09-08)',
    'https://github.com/theam/facility/pull/236 (2026-08-31)',
    'https://github.com/openai/codex/issues/33403',
    'https://github.com/openai/codex/issues/35716 (2026-07-28)',
    'https://github.com/anomalyco/opencode/pull/47737 (names the CIMD document)',
    'https://developers.openai.com/plugins/build/auth (stored copy, undated, cites spec 2026-07-28)',
  ],
  differs: known({
    ...mcpRustSdk.differs,
    discovery: [
      { ...EARLY, id: 'status-as-path' },
      { ...EARLY, id: 'status-as-appended', at: 'oauth-appended' },
      { ...EARLY, id: 'status-as-root', at: 'oauth-root' },
      ...(mcpRustSdk.differs.discovery ?? []),
    ],
    firstContact: 'legacy',
    versions: ['2025-06-18'],
    takesMissingIssuer: true,
    scopeFrom: ['early-metadata'],
    scopeSources: 'first',
    sendsApplicationType: false,
    authorizationRequests: null,
    stepUp: null,
  }),
  redirectUris: [
    'http://127.0.0.1:{port}/callback/{callback_id}',
    'http://127.0.0.1:{port}/callback',
  ],
  documents: [
    'https://chatgpt.com/oauth/codex/client.json',
    'https://chatgpt.com/oauth/codex/{callback_id}/client.json',
  ],
  tokenAuthentication: ['none', 'client_secret_basic', 'client_secret_post'],
  refresh: 'expiry; on failure: re-login',
  notes: [
    'callback_id = base64url of the first 9 bytes of SHA-256(server URL): the redirect path differs per server; AS must match loopback redirects port-agnostically and accept the path suffix.',
    'Older builds omitted resource on refresh.',
    'Rust URL normalisation turns https://host into https://host/ in resource.',
    'rmcp 3.1.4 follows the pointer only on the MCP origin; Codex passes its own scope list, so the challenge scope is ignored.',
    'explicit --scopes, then configured scopes, then the scopes_supported found by the login-support discovery (AS metadata), then none. A retry without scopes exists when discovered scopes are refused (function should_retry_without_scopes; body not read).',
    'Added after mid-2026; the source read here (18b3cfcb) has no CIMD. Evidence: third-party runs of 0.153/0.154.',
    'issuer: exact, root trailing slash tolerated; Codex allows a missing issuer (reported for mid-2026 main)',
  ],
} as const satisfies ClientProfile
