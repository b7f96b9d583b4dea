import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { unknownSessionGets404 as rule } from './unknown-session-gets-404.ts'

const answered = (status: number) => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['unknown-session'] } as const
  const probe: MoreExchange = { ...about, id: 'probe', status }
  return { until: 'probes', more: [probe] } as const
}

describe('SES-20 unknown-session-gets-404', () => {
  test('passes on 404 and fails on any other answer', () => {
    expect(kindOf(rule, answered(404))).toBe('pass')
    const fail = checkFail(rule, answered(400))
    expect(fail.says).toContain('400 Bad Request')
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
  })

  test('cannot tell when the server asks for a token, or when nothing was tried', () => {
    expect(kindOf(rule, answered(401))).toBe('cannot-tell')
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
