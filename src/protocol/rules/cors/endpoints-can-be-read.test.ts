import { describe, expect, test } from 'vitest'
import type { MoreExchange } from '../build-exchanges.ts'
import { checkFail, kindOf } from '../build-run.ts'
import { endpointsCanBeRead as rule } from './endpoints-can-be-read.ts'

const unreadable = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' } as const
const ask = (id: string, change: Partial<MoreExchange>): MoreExchange => ({
  id,
  step: 'server-metadata',
  via: 'direct',
  diagnostic: 'readable',
  url: 'https://issuer.example/token',
  ...change,
})

describe('CORS-09 endpoints-can-be-read', () => {
  test('passes when the page could read an answer', () => {
    expect(kindOf(rule, { exchanges: { token: { via: 'direct' } } })).toBe('pass')
  })

  test('passes when only GET cannot be read', () => {
    const more = [ask('get', { outcome: unreadable }), ask('post', { method: 'POST', status: 400 })]
    expect(kindOf(rule, { more })).toBe('pass')
  })

  test('fails when neither can be read, although the host answers others', () => {
    const more = [
      ask('get', { outcome: unreadable }),
      ask('post', { method: 'POST', outcome: unreadable }),
    ]
    const fail = checkFail(rule, { more })
    expect(fail.says).toContain('https://issuer.example/token')
    expect(fail.evidence.map(({ exchange }) => exchange)).toEqual(['post', 'get'])
    expect(fail.paste?.text).toContain('Access-Control-Allow-Origin: https://debugger.example')
  })

  test('cannot tell when the relay got no answer either', () => {
    const more = [
      ask('get', { outcome: unreadable }),
      ask('post', { method: 'POST', outcome: unreadable }),
    ]
    const outcome = { ...unreadable, reason: 'connection-reset' } as const
    expect(kindOf(rule, { more, exchanges: { token: { via: 'relay', outcome } } })).toBe(
      'cannot-tell',
    )
  })

  test('cannot tell when a harmless POST that needs no permission got no answer either', () => {
    const lost = { via: 'direct', outcome: unreadable } as const
    const triage = { ...lost, step: 'token', diagnostic: 'triage', after: 'token' } as const
    const more = [
      ask('get', { status: 405 }),
      { ...triage, id: 't1', method: 'POST' },
      { ...triage, id: 't2', method: 'POST' },
    ]
    expect(kindOf(rule, { more, exchanges: { token: lost } })).toBe('cannot-tell')
  })

  test('fails when the relay got the answer that the page did not', () => {
    const more = [
      ask('get', { outcome: unreadable }),
      ask('post', { method: 'POST', outcome: unreadable }),
      ask('relayed', { method: 'POST', via: 'relay', status: 400 }),
    ]
    expect(kindOf(rule, { more })).toBe('fail')
  })

  test('fails when the POST itself could not be read, although a GET could', () => {
    const more = [
      ask('get', { status: 405 }),
      { ...ask('post', { method: 'POST', outcome: unreadable }), step: 'token' as const },
    ]
    expect(checkFail(rule, { more }).evidence[0].exchange).toBe('post')
  })

  test.each(['get', 'post'])(
    'fails when a confidential client got nothing, although the page could read the %s of nobody',
    (method) => {
      const check = ask('check', { method: method.toUpperCase(), status: 400 })
      const triage = { id: 'up', step: 'token', after: 'token', diagnostic: 'triage' } as const
      const opaque = { kind: 'opaque', endedAt: 1 } as const
      const fail = checkFail(rule, {
        facts: { clientIdentity: { clientId: 'mine', authentication: 'client_secret_post' } },
        exchanges: { token: { via: 'direct', outcome: unreadable } },
        more: [check, { ...triage, via: 'direct', url: check.url ?? '', outcome: opaque }],
      })
      expect(fail.says).toContain('the client mine, which authenticates by client_secret_post')
      expect(fail.evidence[0].exchange).toBe('token')
    },
  )

  test('cannot tell about a host that never answered anybody', () => {
    const url = 'https://elsewhere.example/token'
    expect(kindOf(rule, { more: [ask('get', { url, outcome: unreadable })] })).toBe('cannot-tell')
  })

  test('cannot tell when the page asked neither, or only by GET', () => {
    expect(kindOf(rule)).toBe('cannot-tell')
    expect(kindOf(rule, { more: [ask('check', { status: 405 })] })).toBe('cannot-tell')
  })
})
