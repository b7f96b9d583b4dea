import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { takesTokensInTheHeader as rule } from './takes-tokens-in-the-header.ts'

describe('PRM-14 takes-tokens-in-the-header', () => {
  test.each([[['header']], [['body', 'header']]])('passes on %j', (value) => {
    expect(
      kindOf(rule, withMembers('resource-metadata', { bearer_methods_supported: value })),
    ).toBe('pass')
  })

  test.each(['header', ['query']])('fails on %j', (value) => {
    const fail = checkFail(
      rule,
      withMembers('resource-metadata', { bearer_methods_supported: value }),
    )
    expect(fail.evidence[0]).toMatchObject({
      exchange: 'resource-metadata',
      at: { part: 'response-body', pointer: expect.stringContaining('/bearer_methods_supported') },
    })
  })

  test('does not apply when nothing is said', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })
})
