import { type JsonObject, isObject } from '../json.ts'

/** Error codes of JSON-RPC, and those that 2026-07-28 adds. */
export const CODE = {
  parse: -32700,
  request: -32600,
  method: -32601,
  params: -32602,
  server: -32000,
  header: -32020,
  version: -32022,
} as const

export type Call = {
  readonly id: string | number
  readonly method: string
  readonly params: JsonObject
}

/** What a body can hold. */
export type Message =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'notification'; readonly method: string; readonly params: JsonObject }
  | { readonly kind: 'response' }
  | { readonly kind: 'malformed' }

export function parseMessage(value: unknown): Message {
  if (!isObject(value) || value['jsonrpc'] !== '2.0') return { kind: 'malformed' }
  const { id, method } = value
  const given = value['params']
  if (given !== undefined && !isObject(given)) return { kind: 'malformed' }
  const params = given ?? {}
  if (typeof method !== 'string')
    return isResponse(value) ? { kind: 'response' } : { kind: 'malformed' }
  if (id === undefined) return { kind: 'notification', method, params }
  if (typeof id !== 'string' && typeof id !== 'number') return { kind: 'malformed' }
  return { kind: 'call', call: { id, method, params } }
}

function isResponse(value: JsonObject): boolean {
  return value['id'] !== undefined && ('result' in value || 'error' in value)
}

/** How a call ends: with a result, or with an error and the HTTP status that goes with it. */
export type Ending =
  | { readonly kind: 'result'; readonly result: JsonObject; readonly session?: string }
  | {
      readonly kind: 'error'
      readonly code: number
      readonly says: string
      readonly data?: JsonObject
      readonly status: number
    }
  | { readonly kind: 'scope'; readonly needed: readonly string[] }

// oxlint-disable-next-line max-params -- status, code, words and data are one error
export function failure(status: number, code: number, says: string, data?: JsonObject): Ending {
  return { kind: 'error', status, code, says, ...(data === undefined ? {} : { data }) }
}

export function toMessage(
  id: Call['id'] | null,
  ending: Exclude<Ending, { kind: 'scope' }>,
): JsonObject {
  if (ending.kind === 'result') return { jsonrpc: '2.0', id, result: ending.result }
  const { code, says, data } = ending
  return {
    jsonrpc: '2.0',
    id,
    error: { code, message: says, ...(data === undefined ? {} : { data }) },
  }
}
