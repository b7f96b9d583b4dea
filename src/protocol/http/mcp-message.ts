import { toBase64 } from './base64.ts'
import type { HeaderList } from './exchange.ts'
import type { RpcId } from './json-rpc.ts'
import { type JsonObject, objectMember, stringMember } from './json.ts'

/** How this client calls itself. */
export type McpClient = { readonly name: string; readonly version: string }

/** One JSON-RPC message. Without an id it is a notification. */
export type McpMessage = {
  readonly method: string
  readonly id?: RpcId
  readonly params?: JsonObject
}

/**
 * How the server is spoken to: statelessly with everything in each message (2026-07-28), or after `initialize`
 * (before). `version` and `sessionId` of the latter are what `initialize` brought.
 */
export type McpDialect =
  | {
      readonly era: 'modern'
      readonly version: string
      readonly client: McpClient
      readonly capabilities?: JsonObject
    }
  | { readonly era: 'legacy'; readonly version?: string; readonly sessionId?: string }

/** A message ready to be posted. Authorization is not among the headers. */
export type WrittenMessage = { readonly headers: HeaderList; readonly body: string }

/** The `initialize` request of the session era (digest section 2.6). */
export function initializeMessage(id: RpcId, version: string, client: McpClient): McpMessage {
  const params = { protocolVersion: version, capabilities: {}, clientInfo: { ...client } }
  return { method: 'initialize', id, params }
}

/** Headers and body of a message (MCP 2026-07-28 Streamable HTTP, "Request metadata"; 2025-11-25 Transports). */
export function writeMessage(message: McpMessage, dialect: McpDialect): WrittenMessage {
  const params = dialect.era === 'modern' ? withMeta(message.params, dialect) : message.params
  return {
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json, text/event-stream'],
      ...(dialect.era === 'modern'
        ? modernHeaders(message, dialect.version)
        : legacyHeaders(dialect)),
    ],
    body: JSON.stringify({
      jsonrpc: '2.0',
      ...(message.id !== undefined && { id: message.id }),
      method: message.method,
      ...(params && { params }),
    }),
  }
}

/**
 * The `Mcp-Name` header where 2026-07-28 asks for it: the name of the tool or prompt, the address of the resource.
 * Undefined for every other method.
 */
export function nameHeader(message: McpMessage): readonly [string, string] | undefined {
  const member = NAMED_BY[message.method]
  const value = member && stringMember(message.params, member)
  return value === undefined ? undefined : ['Mcp-Name', encodeHeaderValue(value)]
}

/**
 * A value as 2026-07-28 wants it in a header: as it is when plain, else `=?base64?…?=` over its UTF-8 bytes
 * (Streamable HTTP, "Value encoding").
 */
export function encodeHeaderValue(value: string): string {
  const plain = /^[\t\x20-\x7e]*$/.test(value) && !/^[\t ]|[\t ]$/.test(value)
  const looksEncoded = value.startsWith('=?base64?') && value.endsWith('?=')
  if (plain && !looksEncoded) return value
  return `=?base64?${toBase64(value)}?=`
}

const NAMED_BY: { readonly [method: string]: 'name' | 'uri' | undefined } = {
  'tools/call': 'name',
  'prompts/get': 'name',
  'resources/read': 'uri',
}

function modernHeaders(message: McpMessage, version: string): HeaderList {
  const name = nameHeader(message)
  return [
    ['MCP-Protocol-Version', version],
    ['Mcp-Method', message.method],
    ...(name ? [name] : []),
  ]
}

/** 2025-03-26 knows no version header, and in a browser a header more may cost the permission to ask at all. */
function legacyHeaders({ version, sessionId }: Extract<McpDialect, { era: 'legacy' }>): HeaderList {
  const named = version !== undefined && version >= '2025-06-18'
  return [
    ...(named ? [['MCP-Protocol-Version', version] as const] : []),
    ...(sessionId === undefined ? [] : [['Mcp-Session-Id', sessionId] as const]),
  ]
}

function withMeta(
  params: JsonObject | undefined,
  dialect: Extract<McpDialect, { era: 'modern' }>,
): JsonObject {
  return {
    ...params,
    _meta: {
      ...objectMember(params, '_meta'),
      'io.modelcontextprotocol/protocolVersion': dialect.version,
      'io.modelcontextprotocol/clientInfo': { ...dialect.client },
      'io.modelcontextprotocol/clientCapabilities': dialect.capabilities ?? {},
    },
  }
}
