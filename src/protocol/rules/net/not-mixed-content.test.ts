import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { notMixedContent as rule } from './not-mixed-content.ts'

const at = (url: string, via: 'direct' | 'relay' = 'direct') => ({
  until: 'challenge' as const,
  exchanges: { challenge: { url, via } },
})

describe('NET-05 not-mixed-content', () => {
  test('passes on https and on http on this machine', () => {
    expect(kindOf(rule, at('https://mcp.example/mcp'))).toBe('pass')
    expect(kindOf(rule, at('http://127.0.0.1:9/mcp'))).toBe('pass')
  })

  test('passes on http from an http page', () => {
    const config = { redirectUri: 'http://localhost:4280/callback.html' }
    expect(kindOf(rule, { ...at('http://mcp.example/mcp'), config })).toBe('pass')
  })

  test('fails on http on a public host from an https page', () => {
    const fail = checkFail(rule, at('http://mcp.example/mcp'))
    expect(fail.evidence).toEqual([{ exchange: 'challenge', at: { part: 'url' } }])
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule, at('http://mcp.example/mcp', 'relay'))).toBe('cannot-tell')
  })
})
