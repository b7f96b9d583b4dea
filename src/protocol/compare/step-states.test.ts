import { expect, test } from 'vitest'
import type { StepId } from '../http/exchange.ts'
import type { StepStatus } from '../run/document.ts'
import { compareStepStates, sharedSteps } from './step-states.ts'

function states(...given: readonly (readonly [StepId, StepStatus])[]) {
  return new Map(given)
}

test('a step that stands otherwise is told with both states', () => {
  const [difference, ...rest] = compareStepStates(
    states(['scope', 'passed']),
    states(['scope', 'skipped']),
  )
  expect(rest).toEqual([])
  expect(difference).toMatchObject({ kind: 'step', step: 'scope', before: 'passed' })
  expect(difference?.says).toBe('The step scope was passed before and is skipped now.')
})

test('the steps that a run has not come to any more are told together', () => {
  const before = states(['challenge', 'passed'], ['token', 'passed'], ['tools', 'passed'])
  const after = states(['challenge', 'failed'], ['token', 'pending'], ['tools', 'pending'])
  expect(compareStepStates(before, after).map(({ says }) => says)).toEqual([
    'The step challenge was passed before and is failed now.',
    'token and tools were reached before and are not now.',
  ])
  expect(compareStepStates(after, before).map(({ says }) => says)).toEqual([
    'The step challenge was failed before and is passed now.',
    'token and tools were not reached before and are now.',
  ])
  expect(sharedSteps(before, after)).toEqual(new Set(['challenge']))
})
