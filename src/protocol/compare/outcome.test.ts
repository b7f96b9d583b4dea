import { expect, test } from 'vitest'
import { buildDocument } from '../run/build-document.ts'
import type { RunOutcome } from '../run/document.ts'
import { compareEnds, endOf } from './outcome.ts'

function end(change: Partial<RunOutcome>) {
  const { outcome } = buildDocument()
  return endOf(buildDocument({ outcome: { ...outcome, ...change } }))
}

test('another end is told with its step, its cause and its summary', () => {
  const summary = 'The metadata names another resource.'
  const after = end({ status: 'failed', step: 'resource-metadata', cause: 'PRM-07', summary })
  expect(compareEnds(end({}), after).map(({ says }) => says)).toEqual([
    'The run passed before and failed at resource-metadata now: The metadata names another resource.',
    'The cause was no rule before and is PRM-07 now.',
  ])
})

test('other words for the same end are no difference', () => {
  expect(compareEnds(end({}), end({ summary: 'Connected: 12 tools.' }))).toEqual([])
})
