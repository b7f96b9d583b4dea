import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { SERVER } from '../healthy-exchanges.ts'
import { challengeRepeatsWhatWasGranted as rule } from './challenge-repeats-what-was-granted.ts'

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

describe('SCO-14 challenge-repeats-what-was-granted', () => {
  test('passes when what was granted is named again', () => {
    expect(kindOf(rule, { more: [refusal('one', 'tools vault')] })).toBe('pass')
  })

  test('fails when it is left out', () => {
    const fail = checkFail(rule, { more: [refusal('one', 'vault')] })
    expect(fail.says).toContain('"tools"')
    expect(fail.evidence[0].exchange).toBe('one')
  })

  test('does not apply without a refusal, and cannot tell when nothing was asked for', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    const facts = { authorization: { scope: null } }
    expect(kindOf(rule, { more: [refusal('one', 'vault')], facts })).toBe('cannot-tell')
  })
})
