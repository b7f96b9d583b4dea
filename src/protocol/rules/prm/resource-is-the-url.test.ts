import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceIsTheUrl as rule } from './resource-is-the-url.ts'

const withResource = (resource: string) => ({
  exchanges: { 'resource-metadata': { json: { resource } } },
})

describe('PRM-07 resource-is-the-url', () => {
  test('passes on the identical string', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('passes on a bare origin with or without its slash', () => {
    const change = {
      config: { server: 'https://mcp.example' },
      ...withResource('https://mcp.example/'),
    }
    expect(kindOf(rule, change)).toBe('pass')
  })

  test.each([
    ['https://other.example/mcp', 'different hosts'],
    ['https://mcp.example/mcp/', 'trailing slash'],
    ['https://mcp.example', 'the path'],
    ['https://MCP.example/mcp', 'case'],
    ['mcp', 'no absolute URL'],
  ])('fails on %s and says how it differs', (resource, how) => {
    const fail = checkFail(rule, withResource(resource))
    expect(fail.says).toContain(how)
    expect(fail.compare?.map(({ value }) => value)).toEqual(['https://mcp.example/mcp', resource])
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/resource' })
  })

  test('does not apply when the document was found at a well-known address', () => {
    const found = { place: 'root', url: 'x', exchange: 'resource-metadata', document: {} } as const
    expect(kindOf(rule, { facts: { resourceMetadata: { found } } })).toBe('not-applicable')
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })
})
