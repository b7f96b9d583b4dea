import { expect, test } from 'vitest'
import type { DocumentClient } from '../document.ts'
import { toClientChanges } from './client-changes.ts'

function client(name: string, flip: string | null): DocumentClient {
  return {
    id: name.toLowerCase(),
    name,
    verdict: 'fails',
    step: 'challenge',
    why: 'It does not come to the tools.',
    flip,
    confidence: 'source-code',
    asOf: '1.0',
  }
}

test('the change that lets most clients in comes first', () => {
  const clients = [
    client('Alpha', 'Serve it.'),
    client('Delta', 'Offer it.'),
    client('Eta', 'Offer it.'),
  ]
  expect(toClientChanges(clients)).toEqual([
    { change: 'Offer it.', names: ['Delta', 'Eta'] },
    { change: 'Serve it.', names: ['Alpha'] },
  ])
})

test('a client that no single change lets in adds no change', () => {
  expect(toClientChanges([client('Zeta', null)])).toEqual([])
})
