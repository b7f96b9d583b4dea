import type { StepId } from '../http/exchange.ts'
import type { JsonObject } from '../http/json.ts'
import type { ExchangeChange } from './build-exchanges.ts'

/** The addresses of the healthy walk that tests change. */
export const SERVER = 'https://mcp.example/mcp'
export const ISSUER = 'https://issuer.example'
export const PAGE = 'https://debugger.example'
export const REDIRECT = `${PAGE}/callback.html`
export const RESOURCE_METADATA = 'https://mcp.example/.well-known/oauth-protected-resource/mcp'
export const SERVER_METADATA = `${ISSUER}/.well-known/oauth-authorization-server`

/** The exchanges of a healthy walk by their ids in tests. */
export type Role =
  | 'challenge'
  | 'resource-metadata'
  | 'server-metadata'
  | 'registration'
  | 'authorization'
  | 'callback'
  | 'token'
  | 'session'
  | 'initialized'
  | 'tools'

const STEP_OF: { readonly [role in Role]: StepId } = {
  challenge: 'challenge',
  'resource-metadata': 'resource-metadata',
  'server-metadata': 'server-metadata',
  registration: 'registration',
  authorization: 'authorization',
  callback: 'callback',
  token: 'token',
  session: 'session',
  initialized: 'session',
  tools: 'tools',
}

/** The step that a healthy exchange belongs to. */
export function stepOf(role: Role): StepId {
  return STEP_OF[role]
}

const MODERN_META: JsonObject = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}

/** The healthy request and answer of each role, in the era of the run. */
export function healthyExchange(role: Role, era: 'modern' | 'legacy'): ExchangeChange {
  return era === 'legacy' ? { ...MODERN[role], ...LEGACY[role] } : MODERN[role]
}

function rpc(method: string, id: string, params: JsonObject = {}): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params: { _meta: MODERN_META, ...params } })
}

const MCP_SENT = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
}
const MODERN_SENT = { ...MCP_SENT, 'MCP-Protocol-Version': '2026-07-28' }
const WITH_TOKEN = { Authorization: 'Bearer access-token-1' }

/** `WWW-Authenticate` of the healthy walk. */
export const CHALLENGE = `Bearer resource_metadata="${RESOURCE_METADATA}", scope="tools"`

const AUTHORIZATION_URL = `${ISSUER}/authorize?response_type=code&client_id=client-1&redirect_uri=${encodeURIComponent(REDIRECT)}&code_challenge=challenge-1&code_challenge_method=S256&state=state-1&resource=${encodeURIComponent(SERVER)}&scope=tools`

const MODERN: { readonly [role in Role]: ExchangeChange } = {
  challenge: {
    method: 'POST',
    sent: { ...MODERN_SENT, 'Mcp-Method': 'tools/list' },
    sentBody: rpc('tools/list', '1'),
    status: 401,
    header: { 'www-authenticate': CHALLENGE },
  },
  'resource-metadata': {
    url: RESOURCE_METADATA,
    json: { resource: SERVER, authorization_servers: [ISSUER], scopes_supported: ['tools'] },
  },
  'server-metadata': {
    url: SERVER_METADATA,
    json: {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      registration_endpoint: `${ISSUER}/register`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
      scopes_supported: ['tools', 'offline_access'],
      authorization_response_iss_parameter_supported: true,
      client_id_metadata_document_supported: true,
    },
  },
  registration: {
    method: 'POST',
    url: `${ISSUER}/register`,
    sent: { 'Content-Type': 'application/json', Accept: 'application/json' },
    sentBody: JSON.stringify({
      client_name: 'Test client',
      redirect_uris: [REDIRECT],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    }),
    status: 201,
    json: {
      client_id: 'client-1',
      redirect_uris: [REDIRECT],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  },
  authorization: { via: 'navigation', url: AUTHORIZATION_URL },
  callback: {
    via: 'navigation',
    url: `${REDIRECT}?code=code-1&state=state-1&iss=${encodeURIComponent(ISSUER)}`,
  },
  token: {
    method: 'POST',
    url: `${ISSUER}/token`,
    sent: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    sentBody: `grant_type=authorization_code&code=code-1&client_id=client-1&code_verifier=verifier-1&resource=${encodeURIComponent(SERVER)}`,
    header: { 'cache-control': 'no-store' },
    json: {
      access_token: 'access-token-1',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'refresh-token-1',
    },
  },
  session: {
    method: 'POST',
    sent: { ...MODERN_SENT, ...WITH_TOKEN, 'Mcp-Method': 'server/discover' },
    sentBody: rpc('server/discover', '2'),
    json: {
      jsonrpc: '2.0',
      id: '2',
      result: {
        resultType: 'complete',
        supportedVersions: ['2026-07-28'],
        capabilities: { tools: {} },
        ttlMs: 0,
        cacheScope: 'private',
        _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'practice', version: '1' } },
      },
    },
  },
  initialized: {},
  tools: {
    method: 'POST',
    sent: { ...MODERN_SENT, ...WITH_TOKEN, 'Mcp-Method': 'tools/list' },
    sentBody: rpc('tools/list', '3'),
    json: {
      jsonrpc: '2.0',
      id: '3',
      result: {
        resultType: 'complete',
        tools: [{ name: 'echo', inputSchema: { type: 'object' } }],
        ttlMs: 0,
        cacheScope: 'private',
        _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'practice', version: '1' } },
      },
    },
  },
}

const LEGACY: { readonly [role in Role]?: ExchangeChange } = {
  challenge: { sent: MCP_SENT, sentBody: initializeBody('1') },
  session: {
    sent: { ...MCP_SENT, ...WITH_TOKEN },
    sentBody: initializeBody('2'),
    json: {
      jsonrpc: '2.0',
      id: '2',
      result: {
        protocolVersion: '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'practice', version: '1' },
      },
    },
  },
  initialized: {
    method: 'POST',
    sent: { ...MCP_SENT, ...WITH_TOKEN, 'MCP-Protocol-Version': '2025-11-25' },
    sentBody: JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
    status: 202,
  },
  tools: {
    sent: { ...MCP_SENT, ...WITH_TOKEN, 'MCP-Protocol-Version': '2025-11-25' },
    sentBody: JSON.stringify({ jsonrpc: '2.0', id: '3', method: 'tools/list', params: {} }),
    json: {
      jsonrpc: '2.0',
      id: '3',
      result: { tools: [{ name: 'echo', inputSchema: { type: 'object' } }] },
    },
  },
}

function initializeBody(id: string): string {
  const params = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'Test client', version: '1' },
  }
  return JSON.stringify({ jsonrpc: '2.0', id, method: 'initialize', params })
}
