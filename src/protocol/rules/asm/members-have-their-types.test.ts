import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { membersHaveTheirTypes as rule } from './members-have-their-types.ts'

describe('ASM-24 members-have-their-types', () => {
  test.each([['a'], undefined])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('server-metadata', { scopes_supported: value }))).toBe('pass')
  })

  test.each(['a b', 7])('fails on %j', (value) => {
    const fail = checkFail(rule, withMembers('server-metadata', { scopes_supported: value }))
    expect(fail.evidence).toEqual([
      { exchange: 'server-metadata', at: { part: 'response-body', pointer: '/scopes_supported' } },
    ])
  })

  test('fails on an empty list, a list of numbers, and an address that is no string', () => {
    for (const members of [{ scopes_supported: [] }, { scopes_supported: [1] }, { jwks_uri: 7 }]) {
      expect(kindOf(rule, withMembers('server-metadata', members))).toBe('fail')
    }
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
