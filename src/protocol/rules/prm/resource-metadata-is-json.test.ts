import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceMetadataIsJson as rule } from './resource-metadata-is-json.ts'

describe('PRM-03 resource-metadata-is-json', () => {
  test('passes on a JSON object', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('passes on another case and parameters of the media type', () => {
    const header = { 'content-type': 'Application/JSON ; charset=utf-8' }
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { header } } })).toBe('pass')
  })

  test('fails on a web page served with 200', () => {
    const page = { text: '<html>', header: { 'content-type': 'text/html' } }
    const fail = checkFail(rule, { exchanges: { 'resource-metadata': page } })
    expect(fail.says).toContain('no JSON (text/html)')
    expect(fail.evidence).toEqual([
      { exchange: 'resource-metadata', at: { part: 'response-body' } },
    ])
  })

  test('fails on an array', () => {
    expect(checkFail(rule, { exchanges: { 'resource-metadata': { json: [] } } }).says).toContain(
      'no JSON object',
    )
  })

  test('fails on the wrong media type and points to the header', () => {
    const header = { 'content-type': 'text/plain' }
    const fail = checkFail(rule, { exchanges: { 'resource-metadata': { header } } })
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'content-type' })
  })

  test('cannot tell when no address answered 200', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
