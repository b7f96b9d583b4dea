import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { RESOURCE_METADATA } from '../healthy-exchanges.ts'
import { pointerStaysTheSame as rule } from './pointer-stays-the-same.ts'

const refused = (pointer: string) => ({
  exchanges: {
    tools: {
      status: 403,
      text: '',
      header: {
        'www-authenticate': `Bearer error="insufficient_scope", resource_metadata="${pointer}"`,
      },
    },
  },
})

describe('CHL-14 pointer-stays-the-same', () => {
  test('passes on the same address', () => {
    expect(kindOf(rule, refused(RESOURCE_METADATA))).toBe('pass')
  })

  test('fails on another and compares both', () => {
    const fail = checkFail(rule, refused('https://mcp.example/other'))
    expect(fail.compare?.[1].value).toBe('https://mcp.example/other')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['tools', 'challenge'])
  })

  test('does not apply without a 403, and cannot tell without a pointer in the 401', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    const challenge = { header: { 'www-authenticate': 'Bearer realm="x"' } }
    const { tools } = refused('https://mcp.example/other').exchanges
    expect(kindOf(rule, { exchanges: { challenge, tools } })).toBe('cannot-tell')
  })
})
