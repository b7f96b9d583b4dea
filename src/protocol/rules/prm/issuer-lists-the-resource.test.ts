import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { issuerListsTheResource as rule } from './issuer-lists-the-resource.ts'

const listing = (...protected_resources: string[]) =>
  withMembers('server-metadata', { protected_resources })

describe('PRM-17 issuer-lists-the-resource', () => {
  test('passes when it is listed', () => {
    expect(kindOf(rule, listing('https://mcp.example/mcp'))).toBe('pass')
  })

  test('fails when others are', () => {
    const fail = checkFail(rule, listing('https://other.example'))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/protected_resources' })
    expect(fail.paste?.text).toContain('https://mcp.example/mcp')
  })

  test('does not apply when none is listed', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell without metadata', () => {
    expect(kindOf(rule, { exchanges: { 'server-metadata': { status: 404 } } })).toBe('cannot-tell')
  })
})
