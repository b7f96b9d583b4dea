import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { notTheOnlyWay as rule } from './not-the-only-way.ts'

const member = 'client_id_metadata_document_supported'

describe('DCR-11 not-the-only-way', () => {
  test('passes when documents are taken too', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when there is nothing else', () => {
    const fail = checkFail(rule, withMembers('server-metadata', { [member]: undefined }))
    expect(fail.evidence[0].at).toEqual({
      part: 'response-body',
      pointer: '/registration_endpoint',
    })
  })

  test('does not apply without dynamic registration', () => {
    expect(kindOf(rule, withMembers('server-metadata', { registration_endpoint: undefined }))).toBe(
      'not-applicable',
    )
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })
})
