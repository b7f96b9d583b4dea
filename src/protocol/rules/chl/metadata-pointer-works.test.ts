import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { RESOURCE_METADATA, SERVER } from '../healthy-exchanges.ts'
import { metadataPointerWorks as rule } from './metadata-pointer-works.ts'

const pointing = (pointer: string) => ({
  exchanges: {
    challenge: { header: { 'www-authenticate': `Bearer resource_metadata="${pointer}"` } },
  },
})

describe('CHL-12 metadata-pointer-works', () => {
  test('passes when the address answers 200', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when the address answers 404 and the document is elsewhere', () => {
    const document = { resource: SERVER }
    const url = 'https://mcp.example/.well-known/oauth-protected-resource'
    const looked = [
      { place: 'challenge', url: RESOURCE_METADATA, exchange: 'resource-metadata' },
      { place: 'root', url, exchange: 'elsewhere', document },
    ] as const
    const fail = checkFail(rule, {
      exchanges: { 'resource-metadata': { status: 404 } },
      facts: { resourceMetadata: { looked } },
    })
    expect(fail.says).toContain(`404 Not Found; the document is at ${url}`)
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual([
      'resource-metadata',
      'challenge',
    ])
  })

  test('fails when the address answers 404 and the revision knows no other', () => {
    const pointer = 'https://mcp.example/lost'
    const header = { 'www-authenticate': `Bearer resource_metadata="${pointer}"` }
    const looked = [{ place: 'challenge', url: pointer, exchange: 'resource-metadata' }] as const
    const change = {
      config: { revision: '2025-06-18' },
      exchanges: { challenge: { header }, 'resource-metadata': { url: pointer, status: 404 } },
      facts: { challenge: { resourceMetadata: pointer }, resourceMetadata: { looked } },
    } as const
    expect(checkFail(rule, change).says).toContain('2025-06-18 knows no other address')
  })

  test('leaves a document that is nowhere to PRM-01', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'not-applicable',
    )
  })

  test.each(['/relative', 'http://mcp.example/metadata'])('fails on the address %s', (pointer) => {
    const fail = checkFail(rule, pointing(pointer))
    expect(fail.says).toContain(pointer)
    expect(fail.paste?.text).toContain('https://mcp.example/.well-known/')
  })

  test('takes http on loopback', () => {
    const pointer = 'http://localhost:4281/metadata'
    expect(
      kindOf(rule, {
        exchanges: { ...pointing(pointer).exchanges, 'resource-metadata': { url: pointer } },
      }),
    ).toBe('pass')
  })

  test('does not apply without a pointer and cannot tell when it is hidden', () => {
    const none = { challenge: { header: { 'www-authenticate': 'Bearer realm="x"' } } }
    expect(kindOf(rule, { exchanges: none })).toBe('not-applicable')
    expect(kindOf(rule, { facts: { challenge: { header: 'hidden' } } })).toBe('cannot-tell')
  })
})
