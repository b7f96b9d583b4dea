import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { answers201 as rule } from './answers-201.ts'

describe('DCR-02 answers-201', () => {
  test('passes on 201 with a client_id', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on 200', () => {
    const fail = checkFail(rule, { exchanges: { registration: { status: 200 } } })
    expect(fail.evidence[0].at).toEqual({ part: 'status' })
  })

  test('fails without client_id and shows the place', () => {
    const fail = checkFail(rule, withMembers('registration', { client_id: undefined }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/client_id' })
    expect(fail.paste?.text).toContain('https://debugger.example/callback.html')
  })

  test.each([
    [{ redirect_uris: undefined }, '/redirect_uris'],
    [{ token_endpoint_auth_method: undefined }, '/token_endpoint_auth_method'],
  ])('fails when %j leaves out what was registered', (members, pointer) => {
    const fail = checkFail(rule, withMembers('registration', members))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer })
  })

  test('fails on a page instead of JSON', () => {
    expect(checkFail(rule, { exchanges: { registration: { text: '<html>' } } }).says).toContain(
      'no JSON',
    )
  })

  test('fails on another media type', () => {
    const header = { 'content-type': 'text/plain' }
    const fail = checkFail(rule, { exchanges: { registration: { header } } })
    expect(fail.evidence[0].at).toEqual({ part: 'response-header', name: 'content-type' })
  })

  test('does not apply to a refusal', () => {
    expect(kindOf(rule, { exchanges: { registration: { status: 400 } } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
