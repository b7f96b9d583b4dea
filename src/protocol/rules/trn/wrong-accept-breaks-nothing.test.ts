import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { wrongAcceptBreaksNothing as rule } from './wrong-accept-breaks-nothing.ts'

const answered = (status: number) => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['wrong-accept'] } as const
  const probe: MoreExchange = { ...about, id: 'probe', status }
  return { until: 'probes', more: [probe] } as const
}

describe('TRN-22 wrong-accept-breaks-nothing', () => {
  test.each([200, 400, 406])('passes on %i', (status) => {
    expect(kindOf(rule, answered(status))).toBe('pass')
  })

  test.each([302, 500])('fails on %i', (status) => {
    const fail = checkFail(rule, answered(status))
    expect(fail.says).toContain(String(status))
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
  })

  test('cannot tell when nothing was tried', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
