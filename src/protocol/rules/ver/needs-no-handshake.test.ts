import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { needsNoHandshake as rule } from './needs-no-handshake.ts'

const call = (id: string, method: string, json: JsonObject, status = 200) =>
  ({
    id,
    step: 'session',
    method: 'POST',
    url: 'https://mcp.example/mcp',
    sentBody: JSON.stringify({ jsonrpc: '2.0', id, method }),
    status,
    json: { jsonrpc: '2.0', id, ...json },
  }) as const
const refused = call('list', 'tools/list', { error: { code: -32000, message: 'No session' } }, 400)
const initialized = call('init', 'initialize', { result: { protocolVersion: '2025-11-25' } })

describe('VER-09 needs-no-handshake', () => {
  test('passes when requests are served on their own', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when a handshake is asked for', () => {
    const fail = checkFail(rule, { more: [refused, initialized] })
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['list', 'session'])
  })

  test('does not apply to a server that does not name 2026-07-28', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
