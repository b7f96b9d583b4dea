import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { resourceIsThere as rule } from './resource-is-there.ts'

const withResource = (resource: string | number) => ({
  exchanges: {
    'resource-metadata': { json: { resource, authorization_servers: ['https://i.example'] } },
  },
})

describe('PRM-04 resource-is-there', () => {
  test('passes when resource is a string', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when it is something else and shows it', () => {
    const fail = checkFail(rule, withResource(7))
    expect(fail.says).toContain('7')
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/resource' })
  })

  test('cannot tell when there is no document', () => {
    expect(kindOf(rule, { exchanges: { 'resource-metadata': { status: 404 } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an open server', () => {
    expect(kindOf(rule, { facts: { challenge: { required: false } } })).toBe('not-applicable')
  })
})
