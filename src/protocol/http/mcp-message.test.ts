import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findHeader } from './exchange.ts'
import { parseJsonObject } from './json.ts'
import { encodeHeaderValue, initializeMessage, nameHeader, writeMessage } from './mcp-message.ts'

const CLIENT = { name: 'example', version: '0.1.0' }
const MODERN = { era: 'modern', version: '2026-07-28', client: CLIENT } as const

describe('writeMessage in the stateless era', () => {
  test('carries version and method in headers and version, client and capabilities in _meta', () => {
    const { headers, body } = writeMessage({ method: 'tools/list', id: 't1' }, MODERN)
    expect(headers).toEqual([
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json, text/event-stream'],
      ['MCP-Protocol-Version', '2026-07-28'],
      ['Mcp-Method', 'tools/list'],
    ])
    expect(parseJsonObject(body)).toEqual({
      jsonrpc: '2.0',
      id: 't1',
      method: 'tools/list',
      params: {
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': CLIENT,
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    })
  })

  test('keeps the params and their own _meta beside it', () => {
    const params = { cursor: '', _meta: { progressToken: 1 } }
    const { body } = writeMessage({ method: 'tools/list', id: 1, params }, MODERN)
    expect(parseJsonObject(body)).toMatchObject({ params })
  })

  test.each([
    ['tools/call', { name: 'get_weather' }, 'get_weather'],
    ['prompts/get', { name: 'größe' }, '=?base64?Z3LDtsOfZQ==?='],
    ['resources/read', { uri: 'file:///a' }, 'file:///a'],
    ['tools/list', { name: 'x' }, undefined],
  ])('names what %s is about', (method, params, name) => {
    const { headers } = writeMessage({ method, id: 1, params }, MODERN)
    expect(findHeader(headers, 'mcp-name')).toBe(name)
    expect(nameHeader({ method, params })?.[1]).toBe(name)
  })

  test('writes a notification without an id', () => {
    const { headers, body } = writeMessage({ method: 'notifications/x' }, MODERN)
    expect(findHeader(headers, 'Mcp-Method')).toBe('notifications/x')
    expect(parseJsonObject(body)).not.toHaveProperty('id')
  })
})

describe('writeMessage in the session era', () => {
  test('sends initialize without version and session', () => {
    const { headers, body } = writeMessage(initializeMessage(1, '2025-11-25', CLIENT), {
      era: 'legacy',
    })
    expect(headers.map(([name]) => name)).toEqual(['Content-Type', 'Accept'])
    expect(parseJsonObject(body)).toEqual({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: CLIENT },
    })
  })

  test('sends version and session afterwards, and nothing of the newer era', () => {
    const dialect = { era: 'legacy', version: '2025-06-18', sessionId: 's' } as const
    const { headers, body } = writeMessage({ method: 'tools/list', id: 2, params: {} }, dialect)
    expect(headers.slice(2)).toEqual([
      ['MCP-Protocol-Version', '2025-06-18'],
      ['Mcp-Session-Id', 's'],
    ])
    expect(parseJsonObject(body)).toMatchObject({ params: {} })
  })

  test('sends no version header to a server of 2025-03-26, which knows none', () => {
    const { headers } = writeMessage(
      { method: 'ping', id: 2 },
      { era: 'legacy', version: '2025-03-26' },
    )
    expect(findHeader(headers, 'MCP-Protocol-Version')).toBeUndefined()
  })
})

describe('encodeHeaderValue', () => {
  test.each([
    ['us-west1', 'us-west1'],
    ['Hello, 世界', '=?base64?SGVsbG8sIOS4lueVjA==?='],
    [' padded ', '=?base64?IHBhZGRlZCA=?='],
    ['line1\nline2', '=?base64?bGluZTEKbGluZTI=?='],
    ['=?base64?literal?=', '=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?='],
    ['', ''],
  ])('writes %j', (value, header) => {
    expect(encodeHeaderValue(value)).toBe(header)
  })

  test('always gives a legal header value that reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const header = encodeHeaderValue(value)
        expect(header).toMatch(/^(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?$/)
        const payload = /^=\?base64\?(.*)\?=$/.exec(header)?.[1]
        const bytes =
          payload === undefined ? undefined : Uint8Array.from(atob(payload), (c) => c.charCodeAt(0))
        expect(bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : header).toBe(
          value,
        )
      }),
    )
  })
})
