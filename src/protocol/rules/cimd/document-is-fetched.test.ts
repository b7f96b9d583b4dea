import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { REDIRECT } from '../healthy-exchanges.ts'
import { documentIsFetched as rule } from './document-is-fetched.ts'

const facts = {
  clientIdentity: { kind: 'client-document', clientId: 'https://debugger.example/client.json' },
} as const
const withError = (error: string) => ({
  facts,
  until: 'callback' as const,
  exchanges: {
    callback: { url: `${REDIRECT}?error=${error}&state=state-1&iss=https://issuer.example` },
  },
})

describe('CIMD-09 document-is-fetched', () => {
  test('passes when a token was issued', () => {
    expect(kindOf(rule, { facts })).toBe('pass')
  })

  test('fails when the client is unknown and names the document', () => {
    const fail = checkFail(rule, withError('invalid_client'))
    expect(fail.says).toContain('https://debugger.example/client.json')
    expect(fail.evidence[0]).toEqual({ exchange: 'callback', at: { part: 'url' } })
  })

  test('passes when access was denied for another reason', () => {
    expect(kindOf(rule, withError('access_denied'))).toBe('pass')
  })

  test('cannot tell when nobody came back', () => {
    expect(kindOf(rule, { facts, until: 'authorization' })).toBe('cannot-tell')
  })

  test('does not apply to other client ids', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
