import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { acceptsThisClient as rule } from './accepts-this-client.ts'

const refused = (error: string) => ({
  exchanges: { registration: { status: 400, json: { error, error_description: 'not ours' } } },
})

describe('DCR-21 accepts-this-client', () => {
  test('passes when the client was registered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a refusal with its words, and names the redirect URI to allow', () => {
    const fail = checkFail(rule, refused('invalid_redirect_uri'))
    expect(fail.says).toContain('"not ours"')
    expect(fail.fix).toContain('https://debugger.example/callback.html')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/error' })
  })

  test('leaves a closed endpoint to DCR-20', () => {
    const registration = { status: 403, json: { error: 'access_denied' } }
    expect(kindOf(rule, { exchanges: { registration } })).toBe('not-applicable')
  })

  test('leaves a refusal without error to DCR-04', () => {
    const registration = { status: 400, text: 'no' }
    expect(kindOf(rule, { exchanges: { registration } })).toBe('not-applicable')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })
})
