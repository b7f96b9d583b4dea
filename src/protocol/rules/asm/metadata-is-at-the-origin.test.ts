import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { metadataIsAtTheOrigin as rule } from './metadata-is-at-the-origin.ts'

const old = { config: { revision: '2025-03-26' } } as const

describe('ASM-20 metadata-is-at-the-origin', () => {
  test('passes when it was found', () => {
    expect(kindOf(rule, old)).toBe('pass')
  })

  test('fails when the location has none', () => {
    const fail = checkFail(rule, { ...old, exchanges: { 'server-metadata': { status: 404 } } })
    expect(fail.says).toContain('answered 404')
    expect(fail.evidence).toEqual([{ exchange: 'server-metadata', at: { part: 'status' } }])
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })

  test('fails when a later revision goes on with guessed endpoints, and does not apply else', () => {
    const exchanges = { 'server-metadata': { status: 404 } }
    expect(kindOf(rule, { exchanges, facts: { serverMetadata: { guessed: true } } })).toBe('fail')
    expect(kindOf(rule, { exchanges })).toBe('not-applicable')
  })
})
