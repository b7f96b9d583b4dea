import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { authorizationServersAreIssuers as rule } from './authorization-servers-are-issuers.ts'

const listing = (...authorization_servers: (string | number)[]) => ({
  exchanges: { 'resource-metadata': { json: { authorization_servers } } },
})

describe('PRM-11 authorization-servers-are-issuers', () => {
  test('passes on issuers with and without a path, and on loopback', () => {
    expect(kindOf(rule, listing('https://a.example/t/1', 'http://localhost:9'))).toBe('pass')
  })

  test.each([
    'https://a.example/.well-known/oauth-authorization-server',
    'http://a.example',
    'https://a.example?x=1',
    'https://a.example#x',
    'a.example',
  ])('fails on %s and points to the entry', (entry) => {
    const fail = checkFail(rule, listing('https://good.example', entry))
    expect(fail.says).toContain(entry)
    expect(fail.evidence[0].at).toEqual({
      part: 'response-body',
      pointer: '/authorization_servers/1',
    })
  })

  test('gives the issuer of a metadata address to paste', () => {
    const fail = checkFail(rule, listing('https://a.example/.well-known/openid-configuration'))
    expect(fail.paste?.text).toContain('"https://a.example"')
  })

  test('cannot tell without a list', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { json: {} } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
