import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { SERVER } from '../healthy-exchanges.ts'
import { allScopesAtOnce as rule } from './all-scopes-at-once.ts'

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

describe('SCO-10 all-scopes-at-once', () => {
  test('passes when the second challenge names nothing new', () => {
    expect(kindOf(rule, { more: [refusal('one', 'a b'), refusal('two', 'a')] })).toBe('pass')
  })

  test('fails when it does, and names it', () => {
    const fail = checkFail(rule, { more: [refusal('one', 'a'), refusal('two', 'a b')] })
    expect(fail.says).toContain('"b"')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['two', 'one'])
  })

  test('does not apply to one refusal', () => {
    expect(kindOf(rule, { more: [refusal('one', 'a')] })).toBe('not-applicable')
  })
})
