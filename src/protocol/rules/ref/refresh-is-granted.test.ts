import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { refreshIsGranted as rule } from './refresh-is-granted.ts'

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

describe('REF-20 refresh-is-granted', () => {
  test('passes when it was granted', () => {
    expect(kindOf(rule, refreshed({ access_token: 'a' }))).toBe('pass')
  })

  test('fails when it was refused, with its words', () => {
    const json = { error: 'invalid_grant', error_description: 'gone' }
    const fail = checkFail(rule, {
      until: 'refresh',
      failed: 'token-refused',
      failedAt: 'refused',
      more: [{ id: 'refused', step: 'refresh', status: 400, json }],
    })
    expect(fail.says).toContain('invalid_grant: "gone"')
    expect(fail.evidence).toEqual([{ exchange: 'refused', at: { part: 'response-body' } }])
  })

  test('does not apply without a refresh', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
