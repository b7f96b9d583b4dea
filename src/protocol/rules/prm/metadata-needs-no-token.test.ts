import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { metadataNeedsNoToken as rule } from './metadata-needs-no-token.ts'

describe('PRM-16 metadata-needs-no-token', () => {
  test('passes when the document was read', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when an address asks for a token and none gave the document', () => {
    const fail = checkFail(rule, { exchanges: { 'resource-metadata': { status: 401 } } })
    expect(fail.evidence).toEqual([{ exchange: 'resource-metadata', at: { part: 'status' } }])
  })

  test('leaves the endpoint itself alone, to which a challenge may point: it asks for a token rightly', () => {
    const metadata = { url: 'https://mcp.example/mcp', status: 401 }
    expect(kindOf(rule, { exchanges: { 'resource-metadata': metadata } })).toBe('cannot-tell')
  })

  test('cannot tell when there is simply no document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
