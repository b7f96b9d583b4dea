import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { serverIsHttps as rule } from './server-is-https.ts'

describe('SEC-02 server-is-https', () => {
  test('passes on https, and on http on the machine itself', () => {
    expect(kindOf(rule)).toBe('pass')
    expect(kindOf(rule, { exchanges: { challenge: { url: 'http://127.0.0.1:9/mcp' } } })).toBe(
      'pass',
    )
  })

  test('fails on http on a public host', () => {
    const fail = checkFail(rule, { exchanges: { challenge: { url: 'http://mcp.example/mcp' } } })
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'url' } }])
  })

  test('cannot tell before a request', () => {
    expect(kindOf(rule, { until: 'challenge', exchanges: { challenge: null } })).toBe('cannot-tell')
  })
})
