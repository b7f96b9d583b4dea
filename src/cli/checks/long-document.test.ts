import { expect, test } from 'vitest'
import type { Exchange } from '../../protocol/index.ts'
import { buildDocument } from '../flow/build-document.ts'
import { lengthen } from './long-document.ts'

function exchange(id: string, at: number): Exchange {
  return {
    id,
    step: 'tools',
    purpose: 'The list of tools',
    to: 'server',
    via: 'direct',
    startedAt: at,
    request: { method: 'POST', url: 'https://mcp.example/mcp', headers: [], body: null },
    outcome: { kind: 'redirect-hidden', endedAt: at + 5 },
  }
}

test('a run is repeated under new ids, each time later than before', () => {
  const exchanges = [exchange('a', 100), exchange('b', 120)]
  const long = lengthen({ ...buildDocument(), startedAt: 100, endedAt: 150, exchanges }, 5)
  expect(long.exchanges.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5'])
  expect(long.exchanges.map(({ startedAt }) => startedAt)).toEqual([100, 120, 150, 170, 200])
  expect(long.exchanges[4]?.outcome).toEqual({ kind: 'redirect-hidden', endedAt: 205 })
  expect(long.endedAt).toBe(225)
})
