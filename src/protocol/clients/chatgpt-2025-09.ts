import { known } from '../run/behaviour/known.ts'
import { OAUTH_INSERTED, OPENID_INSERTED } from '../run/behaviour/lookup.ts'
import type { ClientProfile } from '../run/client.ts'

/** ChatGPT connectors (original behaviour), as known of 2025-09 (connector launch). */
export const chatgpt202509 = {
  id: 'chatgpt-2025-09',
  name: 'ChatGPT connectors (original behaviour)',
  asOf: '2025-09 (connector launch)',
  seenIn: '2025-09',
  confidence: 'user-reports',
  sources: [
    'https://community.openai.com/t/new-mcp-connector-does-not-follow-mcp-authorization-spec/1358992',
    'https://github.com/PrefectHQ/fastmcp/issues/1794 (2025-09-09, server log)',
    'https://github.com/adcontextprotocol/adcp/pull/1081 (2026-02-16, same pattern reported later)',
  ],
  differs: known({
    discovery: [
      { ...OAUTH_INSERTED, id: 'as-head', method: 'HEAD' },
      { ...OAUTH_INSERTED, id: 'as-get' },
      { ...OPENID_INSERTED, id: 'oidc-get' },
    ],
    asksAhead: false,
    issuers: 'first',
    originAsIssuer: 'origin',
    scopeFrom: [],
    scopeSources: 'first',
    fixedScope: '',
    addsOpenidScopes: false,
    noScope: 'empty',
    registration: ['dynamic'],
    documentNeeds: 'flag',
    stepUp: 'none',
  }),
  redirectUris: ['https://chatgpt.com/connector_platform_oauth_redirect'],
  documents: null,
  tokenAuthentication: null,
  refresh: null,
  notes: [
    'PKCE S256 present in the logged authorize request.',
    "state value observed with the prefix 'oauth_s_'.",
    'Keep as a regression profile: servers deployed for this era often serve AS metadata on the MCP origin only.',
    'Community thread: neither the 401 challenge nor RFC 9728 metadata was followed; a later participant in the same thread disputes the reading but shows the same request sequence.',
    "2025-09 log: 'scope=' present but empty, rejected with invalid_scope by a server that had registered no scope.",
    'The 2025-09 log shows POST /register -> 201 before /authorize.',
  ],
} as const satisfies ClientProfile
