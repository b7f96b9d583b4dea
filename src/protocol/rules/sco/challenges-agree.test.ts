import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { challengesAgree as rule } from './challenges-agree.ts'

const again = (scope: string, sent = {}) => ({
  more: [
    {
      id: 'again',
      step: 'session',
      method: 'POST',
      sent,
      sentBody: '{"jsonrpc":"2.0","id":9,"method":"tools/list"}',
      status: 401,
      header: { 'www-authenticate': `Bearer scope="${scope}"` },
    } as const,
  ],
})

describe('SCO-06 challenges-agree', () => {
  test('passes when the same request is challenged alike', () => {
    expect(kindOf(rule, again('tools'))).toBe('pass')
  })

  test('fails when it is not, with both places', () => {
    const fail = checkFail(rule, again('vault'))
    expect(fail.says).toContain('"tools", then "vault"')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'again'])
  })

  test('does not compare with a request that had a token, nor with itself', () => {
    expect(kindOf(rule, again('vault', { Authorization: 'Bearer x' }))).toBe('not-applicable')
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
