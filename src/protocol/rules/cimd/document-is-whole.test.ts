import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { DOCUMENT, UNSEEN, withDocument } from './build-document-run.ts'
import { documentIsWhole as rule } from './document-is-whole.ts'

describe('CIMD-04 document-is-whole', () => {
  test('passes when nothing is missing', () => {
    expect(kindOf(rule, withDocument({ json: DOCUMENT }))).toBe('pass')
  })

  test.each([
    ['client_id', undefined],
    ['client_name', undefined],
    ['client_name', 7],
    ['redirect_uris', undefined],
    ['redirect_uris', []],
    ['redirect_uris', ['https://debugger.example/other.html']],
  ])('fails when %s is %s', (member, value) => {
    const fail = checkFail(rule, withDocument({ json: { ...DOCUMENT, [member]: value } }))
    expect(fail.says).toContain(member)
    expect(fail.evidence).toEqual([
      { exchange: 'document', at: { part: 'response-body', pointer: `/${member}` } },
    ])
  })

  test('does not apply to other client ids, and cannot tell what was not seen', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, UNSEEN)).toBe('cannot-tell')
    expect(kindOf(rule, withDocument({ outcome: UNREAD }))).toBe('cannot-tell')
  })
})

const UNREAD = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
