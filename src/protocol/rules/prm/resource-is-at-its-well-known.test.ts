import { describe, expect, test } from 'vitest'
import type { ResourceMetadataPlace } from '../../run/behaviour/lookup.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceIsAtItsWellKnown as rule } from './resource-is-at-its-well-known.ts'

const at = (place: ResourceMetadataPlace, resource: string) => ({
  facts: {
    resourceMetadata: {
      found: {
        place,
        url: 'https://mcp.example/w',
        exchange: 'resource-metadata',
        document: { resource },
      },
    },
  },
})

describe('PRM-08 resource-is-at-its-well-known', () => {
  test('passes when the path form names the endpoint and the root form names the origin', () => {
    expect(kindOf(rule, at('path-inserted', 'https://mcp.example/mcp'))).toBe('pass')
    expect(kindOf(rule, at('root', 'https://mcp.example'))).toBe('pass')
    expect(kindOf(rule, at('root', 'https://mcp.example/'))).toBe('pass')
  })

  test('fails when the path form names the origin', () => {
    const fail = checkFail(rule, at('path-inserted', 'https://mcp.example'))
    expect(fail.compare?.[0].value).toBe('https://mcp.example/mcp')
    expect(fail.evidence[0].exchange).toBe('resource-metadata')
  })

  test('fails when the root form names the endpoint', () => {
    expect(checkFail(rule, at('root', 'https://mcp.example/mcp')).says).toContain(
      'must be about https://mcp.example;',
    )
  })

  test('does not apply to a document that the challenge named', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })
})
