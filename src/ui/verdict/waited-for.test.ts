import { expect, test } from 'vitest'
import { anExchange, aRun } from '../document-builders.ts'
import { findWaitedFor } from './waited-for.ts'

const pending = { kind: 'pending' } as const

test('names the oldest request without an answer, and how many more there are', () => {
  const document = aRun({
    exchanges: [
      anExchange({ id: 'e1', startedAt: 5 }),
      anExchange({ id: 'e2', startedAt: 10, purpose: 'First contact', outcome: pending }),
      anExchange({ id: 'e3', startedAt: 12, outcome: pending }),
    ],
    steps: [
      {
        id: 'challenge',
        title: 'Challenge',
        status: 'running',
        startedAt: 1,
        endedAt: null,
        exchanges: [],
        summary: '',
      },
    ],
  })
  expect(findWaitedFor(document)).toEqual({
    title: 'Challenge',
    says: 'Waiting for tools.example: First contact and 1 more.',
    since: 10,
  })
})

test('names nothing while nothing is pending', () => {
  expect(findWaitedFor(aRun())).toMatchObject({ title: 'Starting', says: null })
})
