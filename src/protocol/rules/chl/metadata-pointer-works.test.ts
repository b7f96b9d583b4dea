import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
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

  test('fails when the address answers 404, with both places as evidence', () => {
    const fail = checkFail(rule, { exchanges: { 'resource-metadata': { status: 404 } } })
    expect(fail.says).toContain('404 Not Found')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual([
      'resource-metadata',
      'challenge',
    ])
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
