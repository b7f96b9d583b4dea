import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { insufficientScopeIsNamed as rule } from './insufficient-scope-is-named.ts'

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

describe('SCO-09 insufficient-scope-is-named', () => {
  test('passes on a whole challenge', () => {
    expect(kindOf(rule, refusal(whole))).toBe('pass')
  })

  test.each([
    [null, 'no WWW-Authenticate'],
    ['Bearer realm="x"', 'error="insufficient_scope" is missing'],
    ['Bearer error="insufficient_scope"', 'scope is missing'],
    ['Bearer error="insufficient_scope", scope="vault"', 'resource_metadata is missing'],
  ])('fails on %s', (header, what) => {
    const fail = checkFail(rule, refusal(header))
    expect(fail.says).toContain(what)
    expect(fail.evidence).toEqual([
      { exchange: 'tools', at: { part: 'response-header', name: 'www-authenticate' } },
    ])
    expect(fail.paste?.text).toContain('error="insufficient_scope"')
  })

  test('cannot tell when a page may not see the header', () => {
    expect(kindOf(rule, refusal(null, { headersComplete: false }))).toBe('cannot-tell')
  })

  test('does not apply when nothing was refused', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
