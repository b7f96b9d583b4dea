import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { discoverIsWhole as rule } from './discover-is-whole.ts'

const withResult = (result: JsonObject) => withMembers('session', { result })
const whole = {
  resultType: 'complete',
  supportedVersions: ['2026-07-28'],
  capabilities: {},
  ttlMs: 0,
  cacheScope: 'public',
}

describe('VER-07 discover-is-whole', () => {
  test('passes on a whole result', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each(Object.keys(whole))('fails without %s', (name) => {
    const fail = checkFail(rule, withResult({ ...whole, [name]: undefined }))
    expect(fail.evidence).toEqual([
      { exchange: 'session', at: { part: 'response-body', pointer: `/result/${name}` } },
    ])
  })

  test('fails on an error', () => {
    const error = { code: -32601, message: 'Unknown method' }
    const json = { jsonrpc: '2.0', id: '2', error }
    const session = {
      era: 'modern',
      version: '2026-07-28',
      exchange: 'tools',
      capabilities: null,
    } as const
    const fail = checkFail(rule, {
      exchanges: { session: { status: 404, json } },
      facts: { session },
    })
    expect(fail.says).toContain('-32601')
  })

  test('does not apply to sessions', () => {
    expect(kindOf(rule, { era: 'legacy' })).toBe('not-applicable')
  })
})
