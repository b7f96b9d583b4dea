import { expect, test } from 'vitest'
import type { RunEvent } from '../../protocol/index.ts'
import { toOwnTimes } from './own-time.ts'

function step(from: number, to: number, inside: readonly RunEvent[] = []): readonly RunEvent[] {
  return [
    { type: 'step-started', at: from, step: 'challenge' },
    ...inside,
    {
      type: 'step-settled',
      at: to,
      step: 'challenge',
      result: { kind: 'done', says: '', facts: {} },
    },
  ]
}

function exchange(id: string, from: number, to: number): readonly RunEvent[] {
  const request = { method: 'GET', url: 'https://a.example/', headers: [], body: null }
  const about = { id, step: 'challenge', purpose: '', to: 'server', via: 'direct' } as const
  return [
    {
      type: 'exchange-started',
      at: from,
      exchange: { ...about, startedAt: from, request, outcome: { kind: 'pending' } },
    },
    {
      type: 'exchange-settled',
      at: to,
      id,
      outcome: { kind: 'unreadable', endedAt: to, message: '' },
    },
  ]
}

test('a step without a request is all our own time', () => {
  expect(toOwnTimes(step(10, 14))).toEqual([{ step: 'challenge', own: 4 }])
})

test('the time of requests is left out, once for those at the same time', () => {
  const waits = [...exchange('e1', 12, 20), ...exchange('e2', 15, 30)]
  expect(toOwnTimes(step(10, 33, waits))).toEqual([{ step: 'challenge', own: 5 }])
})

test('a request that was open before the step counts only within it', () => {
  const early = exchange('e1', 0, 12)
  expect(toOwnTimes([...early, ...step(10, 14)])).toEqual([{ step: 'challenge', own: 2 }])
})

test('a step that was skipped did nothing', () => {
  const skipped: RunEvent = {
    type: 'step-settled',
    at: 11,
    step: 'scope',
    result: { kind: 'skipped', why: '' },
  }
  expect(toOwnTimes([{ type: 'step-started', at: 10, step: 'scope' }, skipped])).toEqual([])
})
