import { describe, expect, test } from 'vitest'
import type { Exchange, Outcome } from './exchange.ts'
import { endpointOf, readabilityOf } from './readability.ts'

const URL = 'https://issuer.example/token'
const READ: Outcome = {
  kind: 'response',
  endedAt: 1,
  status: 400,
  headers: [],
  headersComplete: false,
  body: { text: '', bytes: 0 },
}
const UNREADABLE: Outcome = { kind: 'unreadable', endedAt: 1, message: 'Failed to fetch' }

function buildExchange(change: Partial<Exchange> & { url?: string } = {}): Exchange {
  const { url = URL, ...rest } = change
  return {
    id: 'e1',
    step: 'token',
    purpose: '',
    to: 'issuer',
    via: 'direct',
    startedAt: 0,
    request: { method: 'POST', url, headers: [], body: null },
    outcome: READ,
    ...rest,
  }
}

describe('what is known of an endpoint', () => {
  test('is nothing before anyone has asked', () => {
    expect(readabilityOf([], URL)).toBe('unknown')
  })

  test('does not depend on the query', () => {
    expect(endpointOf(`${URL}?a=b#c`)).toBe(URL)
    expect(readabilityOf([buildExchange({ url: `${URL}?a=b` })], URL)).toBe('readable')
  })

  test('does not carry over from another path', () => {
    expect(readabilityOf([buildExchange({ url: `${URL}/other` })], URL)).toBe('unknown')
  })

  test('keeps what is no address as it is', () => {
    expect(endpointOf('/token')).toBe('/token')
  })

  test('is unreadable after one unreadable answer among readable ones', () => {
    const exchanges = [buildExchange(), buildExchange({ outcome: UNREADABLE }), buildExchange()]
    expect(readabilityOf(exchanges, URL)).toBe('unreadable')
  })

  test('is readable when a harmless question was answered after one that was not', () => {
    const diagnostic = 'readable'
    const exchanges = [
      buildExchange({ diagnostic, outcome: UNREADABLE }),
      buildExchange({ diagnostic }),
    ]
    expect(readabilityOf(exchanges, URL)).toBe('readable')
    expect(readabilityOf(exchanges.slice(0, 1), URL)).toBe('unreadable')
  })

  test('does not rest on experiments, on the relay, or on what was given up', () => {
    const exchanges = [
      buildExchange({ diagnostic: 'triage', outcome: UNREADABLE }),
      buildExchange({ via: 'relay' }),
      buildExchange({ outcome: { kind: 'aborted', endedAt: 1, by: 'walk' } }),
      buildExchange({ outcome: { kind: 'redirect-hidden', endedAt: 1 } }),
    ]
    expect(readabilityOf(exchanges, URL)).toBe('unknown')
  })

  test('is unreadable where a 403 was meant for the Origin of the page', () => {
    const refused = buildExchange({ id: 'e1', outcome: { ...READ, status: 403 } })
    const byRelay = buildExchange({ id: 'e2', via: 'relay', after: 'e1' })
    expect(readabilityOf([refused, byRelay], URL)).toBe('unreadable')
    const same = buildExchange({ ...byRelay, outcome: { ...READ, status: 403 } })
    expect(readabilityOf([refused, same], URL)).toBe('readable')
  })

  test('is unreadable where the relay was refused in other words', () => {
    const refused = buildExchange({ outcome: { ...READ, status: 403 } })
    const body = { text: 'no token', bytes: 8 }
    const byRelay = buildExchange({
      id: 'e2',
      via: 'relay',
      after: 'e1',
      outcome: { ...READ, status: 403, body },
    })
    expect(readabilityOf([refused, byRelay], URL)).toBe('unreadable')
  })
})
