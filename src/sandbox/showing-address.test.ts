import { expect, test } from 'vitest'
import { addressOf, hintOf } from './showing-address.ts'

const DOMAIN = '.practice.invalid'

test('a walk is an address of the page, with its options by their names there', () => {
  const walk = { revision: '2025-11-25', clientId: 'a b', document: 'large', probes: true } as const
  const query = new URLSearchParams(addressOf({ server: 'no-challenge', walk }, DOMAIN))
  expect(Object.fromEntries(query)).toEqual({
    server: 'https://no-challenge.practice.invalid/mcp',
    revision: '2025-11-25',
    'client-id': 'a b',
    cimd: 'https://client.practice.invalid/large.json',
    also: 'probes',
    autorun: '1',
  })
})

test('what is special about a walk is told, and nothing of a plain one', () => {
  expect(hintOf({ server: 'both-eras', walk: {} })).toBeNull()
  expect(hintOf({ server: 'both-eras', walk: { revision: '2025-11-25', probes: true } })).toBe(
    'Walked as a client of 2025-11-25. Only negative tests show it; the walk makes them at its end.',
  )
})
