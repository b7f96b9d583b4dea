import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { tokenIsForTheResource as rule } from './token-is-for-the-resource.ts'

const withAudience = (aud: string | string[] | undefined) => {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '')
  return withMembers('token', { access_token: `${part({ alg: 'none' })}.${part({ aud })}.x` })
}

describe('AUD-02 token-is-for-the-resource', () => {
  test('passes when aud is or contains the resource', () => {
    expect(kindOf(rule, withAudience('https://mcp.example/mcp'))).toBe('pass')
    expect(kindOf(rule, withAudience(['other', 'https://mcp.example/mcp']))).toBe('pass')
  })

  test('fails on another audience and compares both', () => {
    const fail = checkFail(rule, withAudience('authenticated'))
    expect(fail.compare?.map(({ value }) => value)).toEqual([
      'https://mcp.example/mcp',
      'authenticated',
    ])
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['token', 'authorization'])
  })

  test('fails without any audience', () => {
    expect(checkFail(rule, withAudience(undefined)).says).toContain('its audience is nothing')
  })

  test('cannot tell with an opaque token', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
