import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { noEmptyLists as rule } from './no-empty-lists.ts'

describe('PRM-06 no-empty-lists', () => {
  test.each([['a'], undefined])('passes on %j', (value) => {
    expect(kindOf(rule, withMembers('resource-metadata', { scopes_supported: value }))).toBe('pass')
  })

  test('fails on an empty list', () => {
    const fail = checkFail(rule, withMembers('resource-metadata', { scopes_supported: [] }))
    expect(fail.evidence[0]).toMatchObject({
      exchange: 'resource-metadata',
      at: { part: 'response-body', pointer: expect.stringContaining('/scopes_supported') },
    })
  })

  test('lets bearer_methods_supported be empty, which means none', () => {
    expect(kindOf(rule, withMembers('resource-metadata', { bearer_methods_supported: [] }))).toBe(
      'pass',
    )
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
