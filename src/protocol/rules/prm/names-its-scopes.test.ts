import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { namesItsScopes as rule } from './names-its-scopes.ts'

describe('PRM-12 names-its-scopes', () => {
  test.each([[['a']], [['a', 'b']]])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('resource-metadata', { scopes_supported: value }))).toBe('pass')
  })

  test.each([null, undefined])('fails on %j', (value) => {
    const fail = checkFail(rule, withMembers('resource-metadata', { scopes_supported: value }))
    expect(fail.evidence[0]).toMatchObject({
      exchange: 'resource-metadata',
      at: { part: 'response-body', pointer: expect.stringContaining('/scopes_supported') },
    })
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
