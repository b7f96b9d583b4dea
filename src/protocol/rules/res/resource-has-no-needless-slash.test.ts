import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { resourceHasNoNeedlessSlash as rule } from './resource-has-no-needless-slash.ts'

describe('RES-06 resource-has-no-needless-slash', () => {
  test('passes without, and where the address has one too', () => {
    expect(kindOf(rule)).toBe('pass')
    const slashed = withMembers('resource-metadata', { resource: 'https://mcp.example/mcp/' })
    expect(kindOf(rule, { ...slashed, config: { server: 'https://mcp.example/mcp/' } })).toBe(
      'pass',
    )
  })

  test('fails on a slash that the address has not', () => {
    const fail = checkFail(
      rule,
      withMembers('resource-metadata', { resource: 'https://mcp.example/mcp/' }),
    )
    expect(fail.compare?.[1].value).toBe('https://mcp.example/mcp/')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/resource' })
  })

  test('cannot tell without a document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
