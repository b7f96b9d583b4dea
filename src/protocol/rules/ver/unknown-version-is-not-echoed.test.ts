import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { unknownVersionIsNotEchoed as rule } from './unknown-version-is-not-echoed.ts'

const answered = (change: Pick<MoreExchange, 'status' | 'json'>) => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['old-initialize'] } as const
  const sentBody = '{"method":"initialize","params":{"protocolVersion":"1900-01-01"}}'
  const probe: MoreExchange = { ...about, ...change, id: 'probe', sentBody }
  return { era: 'legacy', until: 'probes', more: [probe] } as const
}
const named = (protocolVersion: string) => ({ jsonrpc: '2.0', id: 1, result: { protocolVersion } })

describe('VER-20 unknown-version-is-not-echoed', () => {
  test('passes on another version, and on an error', () => {
    expect(kindOf(rule, answered({ json: named('2025-11-25') }))).toBe('pass')
    expect(kindOf(rule, answered({ json: { jsonrpc: '2.0', id: 1, error: {} } }))).toBe('pass')
  })

  test('fails on the very version, and when the server breaks down', () => {
    const fail = checkFail(rule, answered({ json: named('1900-01-01') }))
    expect(fail.evidence[0]).toEqual({ exchange: 'probe', at: { part: 'status' } })
    expect(kindOf(rule, answered({ status: 500 }))).toBe('fail')
  })

  test('cannot tell when nothing was tried', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
  })
})
