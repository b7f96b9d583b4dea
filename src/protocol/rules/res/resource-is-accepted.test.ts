import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceIsAccepted as rule } from './resource-is-accepted.ts'

const refused = (json: { error: string; error_description?: string }) => ({
  until: 'token' as const,
  failed: 'token-refused' as const,
  exchanges: { token: { status: 400, json } },
})

describe('RES-05 resource-is-accepted', () => {
  test('passes when a token was issued', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test.each([
    { error: 'invalid_target' },
    { error: 'invalid_request', error_description: 'AADSTS9010010: resource and scope disagree' },
  ])('fails on %j and names the resource', (json) => {
    const fail = checkFail(rule, refused(json))
    expect(fail.says).toContain('https://mcp.example/mcp was refused')
    expect(fail.evidence[0]).toEqual({
      exchange: 'token',
      at: { part: 'response-body', pointer: '/error' },
    })
  })

  test('cannot tell when the error is about something else', () => {
    expect(kindOf(rule, refused({ error: 'invalid_grant' }))).toBe('cannot-tell')
  })

  test('does not apply when no resource was sent', () => {
    const authorization = {
      url: 'x',
      exchange: 'authorization',
      state: 's',
      verifier: 'v',
      codeChallenge: 'c',
      issuer: 'i',
      clientId: 'c',
      redirectUri: 'r',
      scope: null,
    }
    const results = { authorization: { kind: 'done', says: '', facts: { authorization } } } as const
    expect(kindOf(rule, { results })).toBe('not-applicable')
  })
})
