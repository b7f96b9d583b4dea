import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { secretTellsItsEnd as rule } from './secret-tells-its-end.ts'

describe('DCR-03 secret-tells-its-end', () => {
  test('passes when the end is a number', () => {
    const members = { client_secret: 's', client_secret_expires_at: 0 }
    expect(kindOf(rule, withMembers('registration', members))).toBe('pass')
  })

  test.each([undefined, '0'])('fails when it is %j', (end) => {
    const members = { client_secret: 's', client_secret_expires_at: end }
    const fail = checkFail(rule, withMembers('registration', members))
    expect(fail.evidence[0].at).toEqual({
      part: 'response-body',
      pointer: '/client_secret_expires_at',
    })
    expect(fail.says).not.toContain('"s"')
  })

  test('does not apply without a secret', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
