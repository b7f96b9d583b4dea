import { known } from '../run/behaviour/known.ts'
import { PATH_INSERTED, ROOT, SERVER_METADATA } from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'

/** Cursor (desktop, CLI, cloud agents), as known of 2026-07..2026-09 (closed source). */
export const cursor = {
  id: 'cursor',
  name: 'Cursor (desktop, CLI, cloud agents)',
  asOf: '2026-07..2026-09 (closed source)',
  seenIn: '2026-09',
  confidence: 'user-reports',
  sources: [
    'https://cursor.com/docs/context/mcp (quoted by third parties)',
    'https://github.com/erp-mafia/accounted/pull/2225 (2026-09-03, DCR body)',
    'https://github.com/different-ai/openwork/pull/3059 (2026-07-23)',
    'https://github.com/bytebase/bytebase/issues/20510 (2026-06-04)',
    'https://github.com/jztan/redmine-mcp-server/issues/188 (2026-07-21)',
    'https://github.com/TanStack/tanstack.com/issues/652 (2026-01-14, client log)',
    'https://github.com/gamedevpl/www.gamedev.pl/pull/483 (2026-08-03, server log up to the registration)',
    'https://articles.mcpruntime.org/mcp/request-flow/ (2026-06-04, trace of a start)',
    'https://github.com/getaxonflow/axonflow-cursor-plugin/pull/50 (2026-05-05, log of a proxy)',
    'https://docs.pipeshub.com/mcp/cursor.md',
    'https://zuplo.com/learn/mcp/compatibility/clients/cursor.md (verified 2026-07-31)',
    'https://forum.cursor.com/t/oauth-redirect-uri-changed-from-cursor-to-http-localhost-for-streamable-http-mcp/165019',
  ],
  differs: known({
    discovery: [PATH_INSERTED, { ...ROOT, onFailure: 'fallback' }, ...SERVER_METADATA],
    asksAhead: false,
    defaultEndpoints: 'issuer',
    scopeSources: 'first',
    fixedScope: '',
    registration: ['pre-registered', 'dynamic'],
    documentNeeds: 'flag',
    registersAs: 'none',
    sendsApplicationType: false,
  }),
  redirectUris: [
    'http://localhost:8787/callback',
    'https://www.cursor.com/agents/mcp/oauth/callback',
    'cursor://anysphere.cursor-mcp/oauth/callback',
  ],
  documents: null,
  tokenAuthentication: ['none'],
  refresh: null,
  notes: [
    'Three logs begin with resource metadata, path-inserted and then at the root, before any MCP message; one goes on with RFC 8414 metadata at the root of the issuer and a registration. What it asks where that document is missing is taken from the SDK that its own logs name, and was not seen.',
    'CIMD: not documented, forum requests unanswered through 2026-08.',
    'Desktop switched from the cursor:// scheme to http://localhost:8787/callback around 3.10.17 (2026-07).',
    'Without user scopes the sources conflict: Cursor docs name scopes_supported of /.well-known/oauth-authorization-server, PipesHub names PRM scopes_supported. All listed scopes are requested.',
    'All three URIs in one request: an AS that rejects one rejects all.',
  ],
} as const satisfies ClientProfile
