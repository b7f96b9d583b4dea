import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { documentIsChecked as rule } from './document-is-checked.ts'

const ASKED = 'https://x.example/b'
const answered = (change: Pick<MoreExchange, 'status' | 'headers'>) => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['broken-document'] } as const
  const url = `https://i.example/a?redirect_uri=${encodeURIComponent(ASKED)}`
  const probe: MoreExchange = { ...about, ...change, id: 'probe', url }
  const facts = { clientIdentity: { kind: 'client-document' } } as const
  return { facts, until: 'probes', more: [probe] } as const
}

describe('CIMD-10 document-is-checked', () => {
  test('passes when the request is refused', () => {
    expect(kindOf(rule, answered({ status: 400 }))).toBe('pass')
  })

  test.each(['code=1', 'error=invalid_client'])('fails when it leads there with %s', (query) => {
    const headers = [['location', `${ASKED}?${query}`]] as const
    const fail = checkFail(rule, answered({ status: 302, headers }))
    expect(fail.says).toContain(ASKED)
    expect(fail.evidence.slice(0, 2)).toEqual([
      { exchange: 'probe', at: { part: 'status' } },
      { exchange: 'probe', at: { part: 'response-header', name: 'location' } },
    ])
  })

  test('cannot tell from a page, or when nothing was tried', () => {
    expect(kindOf(rule, answered({ status: 200 }))).toBe('cannot-tell')
    expect(kindOf(rule, { facts: { clientIdentity: { kind: 'client-document' } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to another kind of client', () => {
    expect(kindOf(rule)).toBe('not-applicable')
  })
})
