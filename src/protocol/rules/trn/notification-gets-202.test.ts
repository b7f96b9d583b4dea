import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { notificationGets202 as rule } from './notification-gets-202.ts'

const legacy = { era: 'legacy', config: { revision: '2025-11-25' } } as const

describe('TRN-03 notification-gets-202', () => {
  test('passes on 202 without body', () => {
    expect(kindOf(rule, legacy)).toBe('pass')
  })

  test.each([200, 204])('fails on %i', (status) => {
    const fail = checkFail(rule, { ...legacy, exchanges: { initialized: { status } } })
    expect(fail.evidence).toEqual([{ exchange: 'initialized', at: { part: 'status' } }])
  })

  test('fails on a body', () => {
    const fail = checkFail(rule, { ...legacy, exchanges: { initialized: { text: '{}' } } })
    expect(fail.evidence[0].at).toEqual({ part: 'response-body' })
  })

  test('fails when a server that lists its tools refuses it', () => {
    const fail = checkFail(rule, { ...legacy, exchanges: { initialized: { status: 400 } } })
    expect(fail.says).toContain('notifications/initialized')
    expect(fail.says).toContain('400 Bad Request')
  })

  test('does not apply when there is none, or the session or token was refused', () => {
    expect(kindOf(rule)).toBe('not-applicable')
    for (const status of [401, 400]) {
      const change = {
        ...legacy,
        until: 'session',
        exchanges: { initialized: { status } },
      } as const
      expect(kindOf(rule, change)).toBe('not-applicable')
    }
  })
})
