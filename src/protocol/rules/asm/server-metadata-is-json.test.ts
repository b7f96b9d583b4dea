import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { serverMetadataIsJson as rule } from './server-metadata-is-json.ts'

describe('ASM-02 server-metadata-is-json', () => {
  test('passes on a JSON object', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a web page served with 200', () => {
    const page = { text: '<html>', header: { 'content-type': 'text/html' } }
    const fail = checkFail(rule, { exchanges: { 'server-metadata': page } })
    expect(fail.says).toContain('text/html')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body' })
  })

  test('fails on the wrong media type and points to the header', () => {
    const header = { 'content-type': 'text/plain' }
    const fail = checkFail(rule, { exchanges: { 'server-metadata': { header } } })
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'content-type' })
  })

  test('cannot tell when no location answered 200', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
