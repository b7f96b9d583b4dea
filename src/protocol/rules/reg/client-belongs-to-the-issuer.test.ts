import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { clientBelongsToTheIssuer as rule } from './client-belongs-to-the-issuer.ts'

const identity = (issuer: string) =>
  ({
    issuer,
    kind: 'pre-registered',
    clientId: 'mine',
    authentication: 'none',
    redirectUri: 'x',
  }) as const
const config = { clientId: 'mine' }

describe('REG-04 client-belongs-to-the-issuer', () => {
  test('passes at the issuer that knows the client', () => {
    const facts = { clientIdentity: identity('https://issuer.example') }
    expect(kindOf(rule, { config, facts })).toBe('pass')
  })

  test('fails at another issuer and compares both', () => {
    const facts = { clientIdentity: identity('https://old.example') }
    const fail = checkFail(rule, { config, facts })
    expect(fail.compare?.map(({ value }) => value)).toEqual([
      'https://old.example',
      'https://issuer.example',
    ])
    expect(fail.evidence[0].exchange).toBe('server-metadata')
  })

  test('does not apply without a client id of the person', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell before the authorization server is known', () => {
    expect(kindOf(rule, { config, until: 'challenge' })).toBe('cannot-tell')
  })
})
