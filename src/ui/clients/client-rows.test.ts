import { expect, test } from 'vitest'
import type { DocumentClient } from '../../protocol/index.ts'
import { countClients, toClientRows } from './client-rows.ts'

function client(name: string, change: Partial<DocumentClient> = {}): DocumentClient {
  return {
    id: name.toLowerCase(),
    name,
    verdict: 'works',
    step: null,
    why: 'It gets its tools.',
    flip: null,
    confidence: 'source-code',
    asOf: '1.0',
    ...change,
  }
}

const WORKS = client('Beta', { seenIn: '2026-08' })
const FAILS = client('Delta', { verdict: 'fails', step: 'registration', flip: 'Offer it.' })
const STOPS = client('Alpha', { verdict: 'fails', step: 'challenge', flip: 'Serve it.' })
const UNSURE = client('Gamma', { verdict: 'unknown', step: 'scope', seenIn: '2026-09' })
const ALL = [WORKS, FAILS, STOPS, UNSURE]

const names = (clients: readonly DocumentClient[]) => clients.map(({ name }) => name)

test('counts each verdict', () => {
  expect(countClients(ALL)).toEqual({ works: 1, fails: 2, unknown: 1 })
})

test.each([
  ['verdict', ['Alpha', 'Delta', 'Gamma', 'Beta']],
  ['name', ['Alpha', 'Beta', 'Delta', 'Gamma']],
  ['step', ['Alpha', 'Gamma', 'Delta', 'Beta']],
  ['seen', ['Gamma', 'Beta', 'Alpha', 'Delta']],
] as const)('orders by %s', (order, expected) => {
  expect(names(toClientRows(ALL, order, 'all'))).toEqual(expected)
})

test('leaves the clients of one verdict', () => {
  expect(names(toClientRows(ALL, 'verdict', 'fails'))).toEqual(['Alpha', 'Delta'])
})
