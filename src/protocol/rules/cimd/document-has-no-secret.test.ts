import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { DOCUMENT, UNSEEN, withDocument } from './build-document-run.ts'
import { documentHasNoSecret as rule } from './document-has-no-secret.ts'

describe('CIMD-05 document-has-no-secret', () => {
  test.each([
    [{}],
    [{ token_endpoint_auth_method: 'none' }],
    [{ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [] } }],
    [{ token_endpoint_auth_method: 'private_key_jwt', jwks_uri: 'https://a.example/jwks' }],
  ])('passes with %j', (members) => {
    expect(kindOf(rule, withDocument({ json: { ...DOCUMENT, ...members } }))).toBe('pass')
  })

  test.each([
    ['client_secret', 'a-secret'],
    ['client_secret_expires_at', 0],
    ['token_endpoint_auth_method', 'client_secret_basic'],
    ['token_endpoint_auth_method', 'private_key_jwt'],
  ])('fails when %s is %s, and does not repeat a secret', (member, value) => {
    const fail = checkFail(rule, withDocument({ json: { ...DOCUMENT, [member]: value } }))
    expect(fail.says).toContain(member)
    expect(fail.says).not.toContain('a-secret')
    expect(fail.evidence).toEqual([
      { exchange: 'document', at: { part: 'response-body', pointer: `/${member}` } },
    ])
  })

  test('does not apply to other client ids, and cannot tell what was not seen', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, UNSEEN)).toBe('cannot-tell')
    expect(kindOf(rule, withDocument({ outcome: UNREAD }))).toBe('cannot-tell')
  })
})

const UNREAD = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
