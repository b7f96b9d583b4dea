import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { versionIsNegotiated as rule } from './version-is-negotiated.ts'

const legacy = { era: 'legacy', config: { revision: '2025-11-25' } } as const
const withResult = (result: JsonObject) => ({
  ...legacy,
  ...withMembers('session', { result }, 'legacy'),
})

describe('VER-01 version-is-negotiated', () => {
  test.each(['2024-11-05', '2025-06-18', '2025-11-25'])('passes on %s', (protocolVersion) => {
    expect(kindOf(rule, withResult({ protocolVersion }))).toBe('pass')
  })

  test('fails on a version that does not exist', () => {
    const fail = checkFail(rule, withResult({ protocolVersion: '1.0' }))
    expect(fail.evidence[0]).toEqual({
      exchange: 'session',
      at: { part: 'response-body', pointer: '/result/protocolVersion' },
    })
  })

  test('leaves a missing version to INI-01', () => {
    expect(kindOf(rule, withResult({}))).toBe('cannot-tell')
  })

  test('does not apply to a stateless server', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
