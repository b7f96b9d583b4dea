import type { References } from './reference.ts'

const mcp = (revision: string, page: string): string =>
  `https://modelcontextprotocol.io/specification/${revision}/${page}`

/** The Model Context Protocol, by revision. */
export const MCP = {
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
} as const satisfies References
