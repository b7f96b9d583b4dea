import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { foreignOriginIsRefused as rule } from './foreign-origin-is-refused.ts'

const RESULT = { jsonrpc: '2.0', id: 1, result: {} }
const answered = (
  change: Pick<MoreExchange, 'status' | 'json'>,
  server = 'http://127.0.0.1:3000/mcp',
) => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['foreign-origin'] } as const
  const probe: MoreExchange = { ...about, ...change, id: 'probe' }
  return { config: { server }, until: 'probes', more: [probe] } as const
}

describe('ORG-01 foreign-origin-is-refused', () => {
  test('passes on 403, wherever the server is', () => {
    expect(kindOf(rule, answered({ status: 403 }))).toBe('pass')
    expect(kindOf(rule, answered({ status: 403 }, 'https://mcp.example/mcp'))).toBe('pass')
  })

  test.each([
    'http://localhost:1/',
    'http://192.168.1.2/mcp',
    'http://172.20.0.1/',
    'http://a.local/',
  ])('fails when %s answers', (server) => {
    const fail = checkFail(rule, answered({ json: RESULT }, server))
    expect(fail.says).toContain('200 OK')
    expect(fail.evidence).toEqual([
      { exchange: 'probe', at: { part: 'status' } },
      { exchange: 'probe', at: { part: 'request-header', name: 'Origin' } },
    ])
  })

  test('fails when it is refused by another status, since 2025-11-25 names 403', () => {
    const change = answered({ status: 400 })
    expect(kindOf(rule, change)).toBe('fail')
    const earlier = { ...change, config: { ...change.config, revision: '2025-06-18' } } as const
    expect(kindOf(rule, earlier)).toBe('pass')
  })

  test('cannot tell of a public server that answers, and of one that asks for a token first', () => {
    expect(kindOf(rule, answered({ json: RESULT }, 'https://mcp.example/mcp'))).toBe('cannot-tell')
    expect(kindOf(rule, answered({ status: 401 }))).toBe('cannot-tell')
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
