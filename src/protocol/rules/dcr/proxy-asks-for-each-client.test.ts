import { describe, expect, test } from 'vitest'
import { PROBES } from '../../spec/probes.ts'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { proxyAsksForEachClient as rule } from './proxy-asks-for-each-client.ts'

const answered = (location: string | null, issuer = 'https://mcp.example') => {
  const about = { step: 'probes', diagnostic: 'probe', purpose: PROBES['second-client'] } as const
  const headers = location === null ? [] : [['location', location] as const]
  const status = location === null ? 200 : 302
  const url = 'https://mcp.example/authorize?client_id=second'
  const probe: MoreExchange = { ...about, id: 'probe', url, status, headers }
  return { facts: { clientIdentity: { issuer } }, until: 'probes', more: [probe] } as const
}

describe('DCR-13 proxy-asks-for-each-client', () => {
  test.each([null, '/consent', 'https://page.example/callback.html?code=1'])(
    'passes when %j is the answer',
    (location) => {
      expect(kindOf(rule, answered(location))).toBe('pass')
    },
  )

  test('fails when a new client is sent on at once under one client id for all', () => {
    const fail = checkFail(rule, answered('https://upstream.example/authorize?client_id=one'))
    expect(fail.says).toContain('https://upstream.example')
    expect(fail.says).toContain('"one"')
    expect(fail.evidence[0]).toEqual({
      exchange: 'probe',
      at: { part: 'response-header', name: 'location' },
    })
  })

  test('cannot tell when the next server knows each client, or when nothing was tried', () => {
    const same = answered('https://upstream.example/authorize?client_id=second')
    expect(kindOf(rule, same)).toBe('cannot-tell')
    expect(kindOf(rule, { facts: { clientIdentity: { issuer: 'https://mcp.example' } } })).toBe(
      'cannot-tell',
    )
  })

  test('does not apply to an authorization server elsewhere', () => {
    const elsewhere = answered('https://upstream.example/?client_id=one', 'https://issuer.example')
    expect(kindOf(rule, elsewhere)).toBe('not-applicable')
  })
})
