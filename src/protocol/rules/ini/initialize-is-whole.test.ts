import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../http/json.ts'
import { checkFail, kindOf, withMembers } from '../build-run.ts'
import { initializeIsWhole as rule } from './initialize-is-whole.ts'

const legacy = { era: 'legacy', config: { revision: '2025-11-25' } } as const
const withResult = (result: JsonObject) => ({
  ...legacy,
  ...withMembers('session', { result }, 'legacy'),
})

describe('INI-01 initialize-is-whole', () => {
  test('passes on a whole result', () => {
    expect(kindOf(rule, legacy)).toBe('pass')
  })

  test.each(['protocolVersion', 'capabilities', 'serverInfo'])('fails without %s', (name) => {
    const result = {
      protocolVersion: '2025-11-25',
      capabilities: {},
      serverInfo: {},
      [name]: undefined,
    }
    const fail = checkFail(rule, withResult(result))
    expect(fail.evidence[0].at).toEqual({ part: 'response-body', pointer: `/result/${name}` })
    expect(fail.paste?.text).toContain(`"${name}"`)
  })

  test('does not apply to a stateless server and cannot tell before its turn', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    expect(kindOf(rule, { ...legacy, until: 'token' })).toBe('cannot-tell')
  })
})
