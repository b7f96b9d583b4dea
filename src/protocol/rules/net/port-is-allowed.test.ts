import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { portIsAllowed as rule } from './port-is-allowed.ts'

describe('NET-02 port-is-allowed', () => {
  test('passes on usual ports', () => {
    expect(
      kindOf(rule, { exchanges: { challenge: { url: 'https://mcp.example:8443/mcp' } } }),
    ).toBe('pass')
  })

  test('fails on a port that browsers refuse', () => {
    const fail = checkFail(rule, { exchanges: { challenge: { url: 'http://localhost:4190/mcp' } } })
    expect(fail.says).toContain('port 4190')
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'url' } }])
  })

  test('cannot tell before a request', () => {
    expect(kindOf(rule, { until: 'challenge', exchanges: { challenge: null } })).toBe('cannot-tell')
  })
})
