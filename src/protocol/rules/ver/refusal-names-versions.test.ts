import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { refusalNamesVersions as rule } from './refusal-names-versions.ts'

const refused = (error: JsonObject) => ({
  more: [
    {
      id: 'initialize',
      step: 'challenge',
      method: 'POST',
      url: 'https://mcp.example/mcp',
      sentBody: '{"jsonrpc":"2.0","id":7,"method":"initialize"}',
      status: 400,
      json: { jsonrpc: '2.0', id: 7, error },
    } as const,
  ],
})

describe('VER-08 refusal-names-versions', () => {
  test('passes when the versions are named', () => {
    const error = { code: -32022, message: 'No', data: { supported: ['2026-07-28'] } }
    expect(kindOf(rule, refused(error))).toBe('pass')
  })

  test('fails when they are not', () => {
    const fail = checkFail(rule, refused({ code: -32601, message: 'No' }))
    expect(fail.evidence).toEqual([
      { exchange: 'initialize', at: { part: 'response-body', pointer: '/error' } },
    ])
  })

  test('does not apply when no initialize was refused', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
