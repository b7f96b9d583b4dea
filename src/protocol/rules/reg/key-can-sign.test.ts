import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { keyCanSign as rule } from './key-can-sign.ts'

const facts = { clientIdentity: { authentication: 'private_key_jwt' } } as const

describe('REG-20 key-can-sign', () => {
  test('passes when the key was used', () => {
    expect(kindOf(rule, { facts })).toBe('pass')
  })

  test('fails when the key cannot be read', () => {
    const fail = checkFail(rule, {
      facts,
      until: 'token',
      failed: 'bad-key',
      exchanges: { token: null },
    })
    expect(fail.says).toContain('bad-key')
    expect(fail.evidence[0].exchange).toBe('callback')
  })

  test('does not apply to a client without a key', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell before the key was used', () => {
    expect(kindOf(rule, { facts, until: 'registration' })).toBe('cannot-tell')
  })
})
