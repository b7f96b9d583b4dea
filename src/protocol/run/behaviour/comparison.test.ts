import { describe, expect, test } from 'vitest'
import type { IssuerCheck, ResourceCheck } from '../policy.ts'
import { fitsIssuer, fitsResource } from './comparison.ts'
import type { ResourceMetadataPlace } from './lookup.ts'

const SERVER = 'https://mcp.example/a/mcp'

describe('metadata of a resource', () => {
  test.each<[ResourceCheck, string, ResourceMetadataPlace, boolean]>([
    ['exact', SERVER, 'challenge', true],
    ['exact', 'https://MCP.example/a/mcp', 'challenge', false],
    ['exact', 'https://mcp.example', 'root', true],
    ['exact', SERVER, 'root', false],
    ['exact-url', 'https://MCP.example:443/a/mcp', 'path-inserted', true],
    ['exact-url', 'https://mcp.example/', 'root', true],
    ['exact-url', 'https://mcp.example/a', 'challenge', false],
    ['endpoint-url', SERVER, 'root', true],
    ['endpoint-url', 'https://mcp.example', 'root', false],
    ['endpoint-or-origin', 'https://mcp.example', 'challenge', true],
    ['endpoint-or-origin', 'https://mcp.example/a', 'challenge', false],
    ['same-origin-prefix', 'https://mcp.example/a', 'challenge', true],
    ['same-origin-prefix', 'https://mcp.example/b', 'challenge', false],
    ['same-origin-prefix', 'https://other.example/a', 'challenge', false],
    ['same-origin-prefix', 'mcp', 'challenge', false],
    ['same-origin-prefix', `${SERVER}/`, 'challenge', true],
    ['same-origin-parent', `${SERVER}/`, 'challenge', false],
    ['same-origin-parent', 'https://mcp.example/a/', 'challenge', true],
    ['same-origin-parent', 'mcp', 'challenge', false],
    ['none', 'anything', 'root', true],
  ])('by %s: %s at %s is taken: %s', (check, resource, place, expected) => {
    expect(fitsResource(check, { resource, place, server: SERVER })).toBe(expected)
  })

  test('that names none is taken only by a client that does not compare', () => {
    const seen = { resource: undefined, place: 'root', server: SERVER } as const
    expect(fitsResource('same-origin-prefix', seen)).toBe(false)
    expect(fitsResource('none', seen)).toBe(true)
  })
})

describe('metadata of an issuer', () => {
  test.each<[IssuerCheck, string, boolean]>([
    ['exact', 'https://issuer.example', true],
    ['exact', 'https://issuer.example/', false],
    ['trailing-slash', 'https://issuer.example/', true],
    ['trailing-slash', 'https://ISSUER.example', false],
    ['same-url', 'https://ISSUER.example/', true],
    ['same-url', 'https://other.example', false],
    ['present', 'https://other.example', true],
    ['none', 'anything', true],
  ])('by %s: %s is taken: %s', (check, issuer, expected) => {
    expect(fitsIssuer(check, { issuer, expected: 'https://issuer.example' }, false)).toBe(expected)
  })

  test('that names none is taken by clients that allow it', () => {
    const seen = { issuer: undefined, expected: 'https://issuer.example' }
    expect(fitsIssuer('same-url', seen, true)).toBe(true)
    expect(fitsIssuer('present', seen, false)).toBe(false)
  })
})
