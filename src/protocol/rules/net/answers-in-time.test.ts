import { describe, expect, test } from 'vitest'
import { buildRun, checkFail, kindOf } from '../build-run.ts'
import { answersInTime as rule } from './answers-in-time.ts'

describe('NET-03 answers-in-time', () => {
  test('passes when all was answered', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails when time ran out, and says after how long and at whom', () => {
    const token = { outcome: { kind: 'aborted', endedAt: 17_705, by: 'timeout' } } as const
    const fail = checkFail(rule, { until: 'token', failed: 'timeout', exchanges: { token } })
    expect(fail.says).toMatch(/https:\/\/issuer\.example\/token was given up after [\d.]+ s/)
    expect(fail.culprit).toBe('issuer')
    expect(fail.evidence).toEqual([{ exchange: 'token', at: { part: 'outcome' } }])
  })

  test.each([
    [405, '405 ms'],
    [1000, '1 s'],
    [2540, '2.5 s'],
  ])('after %i ms it says %s', (waited, words) => {
    const startedAt = buildRun({ until: 'token' }).exchanges.at(-1)?.startedAt ?? 0
    const outcome = { kind: 'aborted', endedAt: startedAt + waited, by: 'timeout' } as const
    const exchanges = { token: { outcome } }
    const { says } = checkFail(rule, { until: 'token', failed: 'timeout', exchanges })
    expect(says).toContain(`was given up after ${words} without an answer`)
  })

  test('does not blame anyone for a walk that the person stopped', () => {
    const token = { outcome: { kind: 'aborted', endedAt: 2000, by: 'user' } } as const
    expect(kindOf(rule, { until: 'token', exchanges: { token } })).toBe('pass')
  })

  test('cannot tell without any answer', () => {
    expect(kindOf(rule, { until: 'challenge', exchanges: { challenge: null } })).toBe('cannot-tell')
  })
})
