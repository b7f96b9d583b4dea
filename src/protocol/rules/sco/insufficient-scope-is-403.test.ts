import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { SERVER } from '../healthy-exchanges.ts'
import { insufficientScopeIs403 as rule } from './insufficient-scope-is-403.ts'

const refusal = (id: string, scope: string) =>
  ({
    id,
    step: 'tools',
    method: 'POST',
    url: SERVER,
    sent: { Authorization: 'Bearer x' },
    sentBody: '{"jsonrpc":"2.0","id":9,"method":"tools/call"}',
    status: 403,
    header: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  }) as const

describe('SCO-15 insufficient-scope-is-403', () => {
  test('passes on 403', () => {
    expect(kindOf(rule, { more: [refusal('one', 'a')] })).toBe('pass')
  })

  test.each([401, 404])('fails on %i', (status) => {
    const fail = checkFail(rule, { more: [{ ...refusal('one', 'a'), status }] })
    expect(fail.evidence[0]).toEqual({ exchange: 'one', at: { part: 'status' } })
  })

  test('cannot tell before a token was used', () => {
    expect(kindOf(rule, { until: 'token' })).toBe('cannot-tell')
  })
})
