import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { takesClientDocuments as rule } from './takes-client-documents.ts'

describe('ASM-12 takes-client-documents', () => {
  test.each([true])('passes on %j', (value) => {
    expect(
      kindOf(
        rule,
        withMembers('server-metadata', { client_id_metadata_document_supported: value }),
      ),
    ).toBe('pass')
  })

  test.each([false, undefined, 'true'])('fails on %j', (value) => {
    const fail = checkFail(
      rule,
      withMembers('server-metadata', { client_id_metadata_document_supported: value }),
    )
    expect(fail.evidence).toEqual([
      {
        exchange: 'server-metadata',
        at: { part: 'response-body', pointer: '/client_id_metadata_document_supported' },
      },
    ])
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
