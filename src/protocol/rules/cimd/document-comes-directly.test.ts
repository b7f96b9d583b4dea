import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { DOCUMENT, UNSEEN, withDocument } from './build-document-run.ts'
import { documentComesDirectly as rule } from './document-comes-directly.ts'

describe('CIMD-06 document-comes-directly', () => {
  test.each(['application/json', 'application/json; charset=utf-8', 'application/x+json'])(
    'passes with 200 and %s',
    (type) => {
      const change = { json: DOCUMENT, header: { 'content-type': type } }
      expect(kindOf(rule, withDocument(change))).toBe('pass')
    },
  )

  test.each([
    ['answers 404', { status: 404 }, { part: 'status' }],
    ['answers 301', { status: 301, header: { location: '/' } }, { part: 'status' }],
    ['redirects', { outcome: { kind: 'redirect-hidden', endedAt: 1 } }, { part: 'outcome' }],
    [
      'is text/html',
      { text: '{}', header: { 'content-type': 'text/html' } },
      { part: 'response-header', name: 'Content-Type' },
    ],
    ['holds no JSON object', { json: [] }, { part: 'response-body' }],
  ] as const)('fails when the address %s', (why, change, at) => {
    const fail = checkFail(rule, withDocument(change))
    expect(fail.says).toContain(why)
    expect(fail.evidence).toEqual([{ exchange: 'document', at }])
  })

  test('does not apply to other client ids, and cannot tell what was not seen', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, UNSEEN)).toBe('cannot-tell')
    expect(kindOf(rule, withDocument({ outcome: UNREAD }))).toBe('cannot-tell')
  })
})

const UNREAD = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
