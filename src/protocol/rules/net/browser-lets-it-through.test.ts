import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { allow, blocked, again, preflight, withOrigin, allowing } from '../cors/build-triage.ts'
import { browserLetsItThrough as rule } from './browser-lets-it-through.ts'

describe('NET-06 browser-lets-it-through', () => {
  test('passes when the page got its answer, or it is known why not', () => {
    expect(kindOf(rule, { exchanges: { challenge: { via: 'direct' } } })).toBe('pass')
    expect(kindOf(rule, blocked(again, withOrigin({})))).toBe('pass')
  })

  test('fails when the answer would allow this page to read, and the browser gave none', () => {
    const fail = checkFail(
      rule,
      blocked(again, preflight({ status: 204, header: allowing }), withOrigin({ header: allow })),
    )
    expect(fail.says).toContain('local network')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['challenge', 'with-origin'])
  })

  test('cannot tell when all went through the relay', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
