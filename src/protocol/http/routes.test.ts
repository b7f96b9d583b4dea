import { describe, expect, test } from 'vitest'
import type { Exchange, Outcome } from './exchange.ts'
import { chooseRoute } from './routes.ts'

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

function exchangeWith(outcome: Outcome): Exchange {
  const request = { method: 'POST', url: URL, headers: [], body: null }
  const shared = { id: 'e1', step: 'token', purpose: '', to: 'issuer', via: 'direct' } as const
  return { ...shared, startedAt: 0, request, outcome }
}

const KNOWN = {
  nothing: [],
  'that it is readable': [exchangeWith(READ)],
  'that it is unreadable': [exchangeWith(UNREADABLE)],
} as const

describe('without a relay', () => {
  test.each(['auto', 'direct'] as const)('everything goes directly in %s', (transport) => {
    for (const exchanges of Object.values(KNOWN)) {
      for (const repeatable of [true, false]) {
        const way = chooseRoute({ url: URL, repeatable }, { transport, canRelay: false, exchanges })
        expect(way).toBe('direct')
      }
    }
  })

  test('the choice of the relay stands, so that its absence shows', () => {
    const crossroads = { transport: 'relay', canRelay: false, exchanges: [] } as const
    expect(chooseRoute({ url: URL, repeatable: true }, crossroads)).toBe('relay')
  })
})

describe('with a relay', () => {
  test('the choice of the relay stands whatever is known', () => {
    const exchanges = KNOWN['that it is readable']
    const crossroads = { transport: 'relay', canRelay: true, exchanges } as const
    expect(chooseRoute({ url: URL, repeatable: true }, crossroads)).toBe('relay')
  })

  test.each([
    ['nothing', 'may be repeated', 'direct'],
    ['nothing', 'may not be repeated', 'relay'],
    ['that it is readable', 'may be repeated', 'direct'],
    ['that it is readable', 'may not be repeated', 'direct'],
    ['that it is unreadable', 'may be repeated', 'relay'],
    ['that it is unreadable', 'may not be repeated', 'relay'],
  ] as const)('when %s is known, a request that %s goes by %s', (known, kind, way) => {
    const repeatable = kind === 'may be repeated'
    const crossroads = { transport: 'auto', canRelay: true, exchanges: KNOWN[known] } as const
    expect(chooseRoute({ url: URL, repeatable }, crossroads)).toBe(way)
  })
})
