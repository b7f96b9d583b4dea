import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { DOCUMENT, UNSEEN, withDocument } from './build-document-run.ts'
import { documentIsSmall as rule } from './document-is-small.ts'

describe('CIMD-07 document-is-small', () => {
  test('passes up to 5 KB', () => {
    expect(kindOf(rule, withDocument({ json: DOCUMENT }))).toBe('pass')
    expect(kindOf(rule, withDocument({ text: 'x'.repeat(5120) }))).toBe('pass')
  })

  test('fails above that, counted in bytes', () => {
    const fail = checkFail(rule, withDocument({ text: 'ü'.repeat(2561) }))
    expect(fail.says).toContain('5122')
    expect(fail.evidence).toEqual([{ exchange: 'document', at: { part: 'response-body' } }])
  })

  test('cannot tell when there is no document', () => {
    expect(kindOf(rule, withDocument({ status: 404 }))).toBe('cannot-tell')
  })

  test('does not apply to other client ids, and cannot tell what was not seen', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, UNSEEN)).toBe('cannot-tell')
    expect(kindOf(rule, withDocument({ outcome: UNREAD }))).toBe('cannot-tell')
  })
})

const UNREAD = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
