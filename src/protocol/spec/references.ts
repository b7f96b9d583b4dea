type SpecRef = { readonly title: string; readonly url: string }

const mcp = (revision: string, page: string): string =>
  `https://modelcontextprotocol.io/specification/${revision}/${page}`

const rfc = (number: number, section: string): string =>
  `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`

/** Every section that a rule or a decision cites: id -> title and address. One entry a citation. */
export const REFERENCES = {
  'mcp-authorization-2025-03-26': {
    title: 'MCP 2025-03-26, Authorization',
    url: mcp('2025-03-26', 'basic/authorization'),
  },
  'mcp-authorization-2025-06-18': {
    title: 'MCP 2025-06-18, Authorization server location',
    url: mcp('2025-06-18', 'basic/authorization#authorization-server-location'),
  },
  'mcp-discovery-2025-11-25': {
    title: 'MCP 2025-11-25, Protected resource metadata discovery',
    url: mcp(
      '2025-11-25',
      'basic/authorization#protected-resource-metadata-discovery-requirements',
    ),
  },
  'mcp-discovery-2026-07-28': {
    title: 'MCP 2026-07-28, Authorization server discovery',
    url: mcp('2026-07-28', 'basic/authorization/authorization-server-discovery'),
  },
  'mcp-metadata-2026-07-28': {
    title: 'MCP 2026-07-28, Authorization server metadata discovery',
    url: mcp(
      '2026-07-28',
      'basic/authorization/authorization-server-discovery#authorization-server-metadata-discovery',
    ),
  },
  'mcp-errors-2026-07-28': {
    title: 'MCP 2026-07-28, Error handling',
    url: mcp('2026-07-28', 'basic/authorization#error-handling'),
  },
  'mcp-scopes-2026-07-28': {
    title: 'MCP 2026-07-28, Scope selection strategy',
    url: mcp('2026-07-28', 'basic/authorization#scope-selection-strategy'),
  },
  'mcp-step-up-2026-07-28': {
    title: 'MCP 2026-07-28, Step-up authorization flow',
    url: mcp('2026-07-28', 'basic/authorization#step-up-authorization-flow'),
  },
  'mcp-insufficient-scope-2026-07-28': {
    title: 'MCP 2026-07-28, Runtime insufficient scope errors',
    url: mcp('2026-07-28', 'basic/authorization#runtime-insufficient-scope-errors'),
  },
  'mcp-step-up-2025-11-25': {
    title: 'MCP 2025-11-25, Runtime insufficient scope errors',
    url: mcp('2025-11-25', 'basic/authorization#runtime-insufficient-scope-errors'),
  },
  'mcp-refresh-2026-07-28': {
    title: 'MCP 2026-07-28, Refresh tokens',
    url: mcp('2026-07-28', 'basic/authorization#refresh-tokens'),
  },
  'mcp-token-2026-07-28': {
    title: 'MCP 2026-07-28, Token handling',
    url: mcp('2026-07-28', 'basic/authorization#token-handling'),
  },
  'mcp-token-theft-2026-07-28': {
    title: 'MCP 2026-07-28, Token theft',
    url: mcp('2026-07-28', 'basic/authorization/security-considerations#token-theft'),
  },
  'mcp-canonical-uri-2026-07-28': {
    title: 'MCP 2026-07-28, Canonical server URI',
    url: mcp('2026-07-28', 'basic/authorization#canonical-server-uri'),
  },
  'mcp-resource-2026-07-28': {
    title: 'MCP 2026-07-28, Resource parameter implementation',
    url: mcp('2026-07-28', 'basic/authorization#resource-parameter-implementation'),
  },
  'mcp-response-2026-07-28': {
    title: 'MCP 2026-07-28, Authorization response validation',
    url: mcp('2026-07-28', 'basic/authorization#authorization-response-validation'),
  },
  'mcp-registration-2026-07-28': {
    title: 'MCP 2026-07-28, Client registration',
    url: mcp('2026-07-28', 'basic/authorization/client-registration'),
  },
  'mcp-binding-2026-07-28': {
    title: 'MCP 2026-07-28, Authorization server binding',
    url: mcp('2026-07-28', 'basic/authorization/client-registration#authorization-server-binding'),
  },
  'mcp-pkce-2025-11-25': {
    title: 'MCP 2025-11-25, Authorization code protection',
    url: mcp('2025-11-25', 'basic/authorization#authorization-code-protection'),
  },
  'mcp-pkce-2026-07-28': {
    title: 'MCP 2026-07-28, Authorization code protection',
    url: mcp(
      '2026-07-28',
      'basic/authorization/security-considerations#authorization-code-protection',
    ),
  },
  'mcp-communication-2026-07-28': {
    title: 'MCP 2026-07-28, Communication security',
    url: mcp('2026-07-28', 'basic/authorization/security-considerations#communication-security'),
  },
  'mcp-open-redirection-2026-07-28': {
    title: 'MCP 2026-07-28, Open redirection',
    url: mcp('2026-07-28', 'basic/authorization/security-considerations#open-redirection'),
  },
  'mcp-confused-deputy-2026-07-28': {
    title: 'MCP 2026-07-28, Confused deputy problem',
    url: mcp('2026-07-28', 'basic/authorization/security-considerations#confused-deputy-problem'),
  },
  'mcp-url-validation': {
    title: 'MCP security best practices, OAuth authorization URL validation',
    url: 'https://modelcontextprotocol.io/docs/2026-07-28/tutorials/security/security_best_practices',
  },
  'mcp-transport-2025-11-25': {
    title: 'MCP 2025-11-25, Transports',
    url: mcp('2025-11-25', 'basic/transports'),
  },
  'mcp-sessions-2025-11-25': {
    title: 'MCP 2025-11-25, Session management',
    url: mcp('2025-11-25', 'basic/transports#session-management'),
  },
  'mcp-version-header-2025-11-25': {
    title: 'MCP 2025-11-25, Protocol version header',
    url: mcp('2025-11-25', 'basic/transports#protocol-version-header'),
  },
  'mcp-transport-2026-07-28': {
    title: 'MCP 2026-07-28, Streamable HTTP',
    url: mcp('2026-07-28', 'basic/transports/streamable-http'),
  },
  'mcp-lifecycle-2025-11-25': {
    title: 'MCP 2025-11-25, Lifecycle',
    url: mcp('2025-11-25', 'basic/lifecycle'),
  },
  'mcp-version-negotiation-2025-11-25': {
    title: 'MCP 2025-11-25, Version negotiation',
    url: mcp('2025-11-25', 'basic/lifecycle#version-negotiation'),
  },
  'mcp-statelessness-2026-07-28': {
    title: 'MCP 2026-07-28, Statelessness',
    url: mcp('2026-07-28', 'basic/index#statelessness'),
  },
  'mcp-error-codes-2026-07-28': {
    title: 'MCP 2026-07-28, Error codes',
    url: mcp('2026-07-28', 'basic/index#error-codes'),
  },
  'mcp-result-type-2026-07-28': {
    title: 'MCP 2026-07-28, Result type',
    url: mcp('2026-07-28', 'basic/index#resulttype'),
  },
  'mcp-meta-2026-07-28': {
    title: 'MCP 2026-07-28, _meta',
    url: mcp('2026-07-28', 'basic/index#meta'),
  },
  'mcp-input-required-2026-07-28': {
    title: 'MCP 2026-07-28, Multi-round-trip requests',
    url: mcp('2026-07-28', 'basic/patterns/mrtr#supported-requests'),
  },
  'mcp-messages-2026-07-28': {
    title: 'MCP 2026-07-28, Messages',
    url: mcp('2026-07-28', 'basic/index#responses'),
  },
  'mcp-versioning-2026-07-28': {
    title: 'MCP 2026-07-28, Versioning',
    url: mcp('2026-07-28', 'basic/versioning'),
  },
  'mcp-discover-2026-07-28': {
    title: 'MCP 2026-07-28, Discover',
    url: mcp('2026-07-28', 'server/discover'),
  },
  'mcp-caching-2026-07-28': {
    title: 'MCP 2026-07-28, Caching',
    url: mcp('2026-07-28', 'server/utilities/caching'),
  },
  'mcp-tool-names-2026-07-28': {
    title: 'MCP 2026-07-28, Tool names',
    url: mcp('2026-07-28', 'server/tools#tool-names'),
  },
  'mcp-tool-2026-07-28': {
    title: 'MCP 2026-07-28, Tool',
    url: mcp('2026-07-28', 'server/tools#tool'),
  },
  'mcp-tools-2026-07-28': {
    title: 'MCP 2026-07-28, Tools',
    url: mcp('2026-07-28', 'server/tools'),
  },
  'mcp-client-credentials': {
    title: 'MCP extension, OAuth client credentials',
    url: 'https://modelcontextprotocol.io/extensions/auth/oauth-client-credentials',
  },
  'oauth21-endpoint-parameters': {
    title: 'OAuth 2.1, Authorization endpoint',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.1',
  },
  'oauth21-code-response': {
    title: 'OAuth 2.1, Authorization response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.2',
  },
  'oauth21-token-response': {
    title: 'OAuth 2.1, Token response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.3',
  },
  'oauth21-token-error': {
    title: 'OAuth 2.1, Token error response',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2.4',
  },
  'oauth21-bearer-challenge': {
    title: 'OAuth 2.1, The WWW-Authenticate response header field',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-5.3.1',
  },
  'oauth21-code-request': {
    title: 'OAuth 2.1, Authorization request',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-4.1.1',
  },
  'oauth21-https': {
    title: 'OAuth 2.1, Communication security',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-1.5',
  },
  'oauth21-endpoint-cors': {
    title: 'OAuth 2.1, Token endpoint',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-3.2',
  },
  'oauth21-loopback': {
    title: 'OAuth 2.1, Loopback interface redirection',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1-13#section-8.4.2',
  },
  'cimd-3': {
    title: 'OAuth Client ID Metadata Document, section 3',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-3',
  },
  'cimd-4.1': {
    title: 'OAuth Client ID Metadata Document, section 4.1',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4.1',
  },
  'cimd-6.6': {
    title: 'OAuth Client ID Metadata Document, section 6.6',
    url: 'https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-6.6',
  },
  'rfc6749-5.1': { title: 'RFC 6749 §5.1', url: rfc(6749, '5.1') },
  'rfc6749-5.2': { title: 'RFC 6749 §5.2', url: rfc(6749, '5.2') },
  'rfc6750-3': { title: 'RFC 6750 §3', url: rfc(6750, '3') },
  'rfc6750-3.1': { title: 'RFC 6750 §3.1', url: rfc(6750, '3.1') },
  'rfc7009-2': { title: 'RFC 7009 §2', url: rfc(7009, '2') },
  'rfc7591-2': { title: 'RFC 7591 §2', url: rfc(7591, '2') },
  'rfc7591-3': { title: 'RFC 7591 §3', url: rfc(7591, '3') },
  'rfc7591-3.1': { title: 'RFC 7591 §3.1', url: rfc(7591, '3.1') },
  'rfc7591-3.2.1': { title: 'RFC 7591 §3.2.1', url: rfc(7591, '3.2.1') },
  'rfc7591-3.2.2': { title: 'RFC 7591 §3.2.2', url: rfc(7591, '3.2.2') },
  'rfc8414-2': { title: 'RFC 8414 §2', url: rfc(8414, '2') },
  'rfc8414-3.1': { title: 'RFC 8414 §3.1', url: rfc(8414, '3.1') },
  'rfc8414-3.2': { title: 'RFC 8414 §3.2', url: rfc(8414, '3.2') },
  'rfc8414-3.3': { title: 'RFC 8414 §3.3', url: rfc(8414, '3.3') },
  'rfc8414-5': { title: 'RFC 8414 §5', url: rfc(8414, '5') },
  'rfc8707-2': { title: 'RFC 8707 §2', url: rfc(8707, '2') },
  'rfc9068-3': { title: 'RFC 9068 §3', url: rfc(9068, '3') },
  'rfc9110-11.6.1': { title: 'RFC 9110 §11.6.1', url: rfc(9110, '11.6.1') },
  'rfc9207-2': { title: 'RFC 9207 §2', url: rfc(9207, '2') },
  'rfc9207-2.3': { title: 'RFC 9207 §2.3', url: rfc(9207, '2.3') },
  'rfc9207-2.4': { title: 'RFC 9207 §2.4', url: rfc(9207, '2.4') },
  'rfc9728-1.2': { title: 'RFC 9728 §1.2', url: rfc(9728, '1.2') },
  'rfc9728-2': { title: 'RFC 9728 §2', url: rfc(9728, '2') },
  'rfc9728-3': { title: 'RFC 9728 §3', url: rfc(9728, '3') },
  'rfc9728-3.1': { title: 'RFC 9728 §3.1', url: rfc(9728, '3.1') },
  'rfc9728-3.2': { title: 'RFC 9728 §3.2', url: rfc(9728, '3.2') },
  'rfc9728-3.3': { title: 'RFC 9728 §3.3', url: rfc(9728, '3.3') },
  'rfc9728-4': { title: 'RFC 9728 §4', url: rfc(9728, '4') },
  'rfc9728-5.1': { title: 'RFC 9728 §5.1', url: rfc(9728, '5.1') },
  'openid-discovery-3': {
    title: 'OpenID Connect Discovery 1.0, section 3',
    url: 'https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata',
  },
  'fetch-cors': {
    title: 'Fetch Standard, CORS protocol',
    url: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
  },
  'fetch-cors-exposed': {
    title: 'Fetch Standard, CORS-safelisted response-header name',
    url: 'https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name',
  },
  'fetch-preflight': {
    title: 'Fetch Standard, CORS-preflight fetch',
    url: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
  },
  'fetch-bad-port': {
    title: 'Fetch Standard, Port blocking',
    url: 'https://fetch.spec.whatwg.org/#port-blocking',
  },
  'mixed-content': { title: 'Mixed Content', url: 'https://www.w3.org/TR/mixed-content/' },
} as const satisfies { readonly [id: string]: SpecRef }

/** The id of a cited section. */
export type SpecRefId = keyof typeof REFERENCES

/** Title and address of a cited section. */
export function toReference(id: SpecRefId): SpecRef {
  return REFERENCES[id]
}
