import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { needsNoHandshake as rule } from './needs-no-handshake.ts'

const call = (id: string, method: string, json: JsonObject, change = {}) =>
  ({
    id,
    step: 'tools',
    method: 'POST',
    url: 'https://mcp.example/mcp',
    sent: { 'MCP-Protocol-Version': '2026-07-28' },
    sentBody: JSON.stringify({ jsonrpc: '2.0', id, method }),
    status: 400,
    json: { jsonrpc: '2.0', id, ...json },
    ...change,
  }) as const
const error = (message: string) => ({ error: { code: -32000, message } })
const initialized = call(
  'init',
  'initialize',
  { result: { protocolVersion: '2025-11-25' } },
  { sent: {}, status: 200 },
)

describe('VER-09 needs-no-handshake', () => {
  test('passes when requests are served on their own', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when the server says that it is not initialized', () => {
    const refused = call('list', 'tools/list', error('Server not initialized'))
    const fail = checkFail(rule, { more: [refused] })
    expect(fail.says).toContain('Server not initialized')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['list', 'session'])
  })

  test('fails when a request is refused until there was initialize, whatever it says', () => {
    const refused = call('list', 'tools/list', error('Bad request'))
    expect(checkFail(rule, { more: [refused, initialized] }).says).toContain('Bad request')
    expect(kindOf(rule, { more: [refused] })).toBe('pass')
  })

  test('fails when the versions are named in the refusal of initialize', () => {
    const refused = call('list', 'tools/list', error('Server not initialized'))
    const data = { requested: '2025-11-25', supported: ['2026-07-28'] }
    const init = call(
      'init',
      'initialize',
      { error: { code: -32022, message: 'No', data } },
      { sent: {} },
    )
    const fail = checkFail(rule, { exchanges: { session: null }, more: [refused, init] })
    expect(fail.says).toContain('in its refusal of initialize, but refuses tools/list on its own')
  })

  test('leaves a refusal for another reason to other rules', () => {
    const tools = { status: 404, json: { jsonrpc: '2.0', id: 'tools-list-1', ...error('No') } }
    const end = { until: 'tools', failed: 'bad-mcp-answer', failedAt: 'tools' } as const
    expect(kindOf(rule, { ...end, exchanges: { tools } })).toBe('cannot-tell')
  })

  test('does not apply to a server that does not name 2026-07-28', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
