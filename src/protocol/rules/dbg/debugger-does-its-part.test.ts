import { describe, expect, test } from 'vitest'
import { checkFail, kindOf } from '../build-run.ts'
import { debuggerDoesItsPart as rule } from './debugger-does-its-part.ts'

describe('DBG-01 debugger-does-its-part', () => {
  test('passes when no step failed by our defect', () => {
    expect(kindOf(rule)).toBe('pass')
  })

  test('fails on a defect and says so', () => {
    const fail = checkFail(rule, { until: 'scope', failed: 'defect' })
    expect(fail.says).toContain('defect')
    expect(fail.evidence[0].exchange).toBe('server-metadata')
  })

  test('cannot tell when no exchange could show it', () => {
    expect(
      kindOf(rule, { until: 'challenge', failed: 'defect', exchanges: { challenge: null } }),
    ).toBe('cannot-tell')
  })
})
