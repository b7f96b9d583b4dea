import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { DOCUMENT, DOCUMENT_URL, UNSEEN, withDocument } from './build-document-run.ts'
import { documentNamesItself as rule } from './document-names-itself.ts'

describe('CIMD-03 document-names-itself', () => {
  test('passes when the document names its own address', () => {
    expect(kindOf(rule, withDocument({ json: DOCUMENT }))).toBe('pass')
  })

  test.each([
    ['http://debugger.example/client.json'],
    ['https://DEBUGGER.example/client.json'],
    ['https://debugger.example/client.json/'],
    [7],
  ])('fails when it names %s', (clientId) => {
    const fail = checkFail(rule, withDocument({ json: { ...DOCUMENT, client_id: clientId } }))
    expect(fail.says).toContain(DOCUMENT_URL)
    expect(fail.says).toContain(String(clientId))
    expect(fail.evidence).toEqual([
      { exchange: 'document', at: { part: 'response-body', pointer: '/client_id' } },
    ])
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
