import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { stepUpEnds as rule } from './step-up-ends.ts'

const refusal = (header: string | null, change = {}) => ({
  until: 'tools' as const,
  failed: 'insufficient-scope' as const,
  failedAt: 'tools',
  exchanges: {
    tools: { status: 403, text: '', header: { 'www-authenticate': header }, ...change },
  },
})
const whole =
  'Bearer error="insufficient_scope", scope="vault", resource_metadata="https://mcp.example/x"'
const again = (scope: string) =>
  ({
    type: 'step-settled',
    at: 6000,
    step: 'authorization',
    result: {
      kind: 'waiting',
      on: 'authorization',
      says: '',
      url: 'x',
      facts: {
        authorization: {
          url: 'x',
          exchange: 'authorization',
          state: 's',
          verifier: 'v',
          codeChallenge: 'c',
          issuer: 'i',
          clientId: 'c',
          redirectUri: 'r',
          scope,
        },
      },
    },
  }) as const

describe('SCO-12 step-up-ends', () => {
  test('passes when the wider token was enough', () => {
    expect(kindOf(rule, { events: [again('tools vault')] })).toBe('pass')
  })

  test('fails when the server still refuses, with both scopes', () => {
    const fail = checkFail(rule, { ...refusal(whole), events: [again('tools vault')] })
    expect(fail.says).toContain('After 2 authorization requests, the last for "tools vault"')
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'status' } }])
  })

  test('does not apply without a step-up', () => {
    expect(kindOf(rule, refusal(whole))).toBe('not-applicable')
  })
})
