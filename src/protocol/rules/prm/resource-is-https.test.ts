import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceIsHttps as rule } from './resource-is-https.ts'

const withResource = (resource: string) => ({
  exchanges: { 'resource-metadata': { json: { resource } } },
})

describe('PRM-05 resource-is-https', () => {
  test.each([
    'https://mcp.example/mcp',
    'http://localhost:4281/mcp',
    'https://h.example/m?tenant=1',
  ])('passes on %s', (resource) => {
    expect(kindOf(rule, withResource(resource))).toBe('pass')
  })

  test.each(['http://mcp.example/mcp', 'https://mcp.example/mcp#x', 'api://1234', 'mcp'])(
    'fails on %s and shows it',
    (resource) => {
      const fail = checkFail(rule, withResource(resource))
      expect(fail.says).toContain(resource)
      expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/resource' })
    },
  )

  test('cannot tell without a resource', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { json: {} } } })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
