import { describe, expect, test } from 'vitest'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { noOfflineAccess as rule } from './no-offline-access.ts'

describe('PRM-13 no-offline-access', () => {
  test('passes when neither names it', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a list that has it and marks the entry', () => {
    const scopes_supported = ['tools', 'offline_access']
    const fail = checkFail(rule, withMembers('resource-metadata', { scopes_supported }))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: '/scopes_supported/1' })
  })

  test('fails on a challenge that has it', () => {
    const challenge = { header: { 'www-authenticate': 'Bearer scope="a offline_access"' } }
    const fail = checkFail(rule, { exchanges: { challenge } })
    expect(fail.evidence[0].exchange).toBe('challenge')
  })

  test('cannot tell before its turn', () => {
    expect(kindOf(rule, { until: 'challenge' })).toBe('cannot-tell')
  })

  test('does not apply to an open server', () => {
    const facts = { challenge: { required: false } }
    expect(kindOf(rule, { until: 'challenge', facts })).toBe('not-applicable')
  })
})
