import { describe, expect, test } from 'vitest'
import { SPEC_CLIENT, checkFail, kindOf } from '../build-run.ts'
import { tokenReachesFarEnough as rule } from './token-reaches-far-enough.ts'

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

describe('SCO-20 token-reaches-far-enough', () => {
  test('passes when the tools were listed', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a 403 and names the scope', () => {
    const fail = checkFail(rule, refusal(whole))
    expect(fail.says).toContain('"vault"')
    expect(fail.culprit).toBeUndefined()
    expect(fail.evidence).toEqual([{ exchange: 'tools', at: { part: 'status' } }])
  })

  test('names the client when it cannot ask for more', () => {
    const client = { ...SPEC_CLIENT, differs: { stepUp: 'none' } } as const
    expect(checkFail(rule, refusal(whole), client).culprit).toBe('client')
  })

  test('leaves a page that is refused by its Origin to ORG-02', () => {
    const page = { via: 'direct', text: 'Invalid Origin' } as const
    expect(kindOf(rule, refusal(null, page))).toBe('not-applicable')
  })

  test('cannot tell before a token was used', () => {
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })
})
