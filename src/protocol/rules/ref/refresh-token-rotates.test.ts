import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { refreshTokenRotates as rule } from './refresh-token-rotates.ts'

const refreshed = (json: { access_token: string; refresh_token?: string }) => ({
  until: 'refresh' as const,
  facts: { refresh: { exchange: 'refresh', status: 200 } },
  more: [
    {
      id: 'refresh',
      step: 'refresh',
      method: 'POST',
      url: 'https://issuer.example/token',
      sentBody: 'grant_type=refresh_token&refresh_token=refresh-token-1',
      json,
    } as const,
  ],
})

describe('REF-01 refresh-token-rotates', () => {
  test('passes on a new refresh token', () => {
    expect(kindOf(rule, refreshed({ access_token: 'a', refresh_token: 'new' }))).toBe('pass')
  })

  test.each([{ access_token: 'a' }, { access_token: 'a', refresh_token: 'refresh-token-1' }])(
    'fails on %j',
    (json) => {
      const fail = checkFail(rule, refreshed(json))
      expect(fail.evidence).toEqual([
        { exchange: 'refresh', at: { part: 'response-body', pointer: '/refresh_token' } },
      ])
    },
  )

  test('does not apply without a refresh, nor to a client with a secret', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    const change = refreshed({ access_token: 'a' })
    const clientIdentity = { authentication: 'client_secret_basic' } as const
    expect(kindOf(rule, { ...change, facts: { ...change.facts, clientIdentity } })).toBe(
      'not-applicable',
    )
  })
})
