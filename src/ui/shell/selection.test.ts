import { expect, test } from 'vitest'
import { FIRST_VIEW } from '../../state/view-store.ts'
import { aFinding, aRun, anExchange } from '../document-builders.ts'
import { toSelected, toSelectedStep } from './selection.ts'

const exchanges = [
  anExchange({ id: 'e1' }),
  anExchange({ id: 'e2', step: 'token' }),
  anExchange({ id: 'e3', diagnostic: 'triage' }),
]

test('keeps the choice of the person, also of an inferred preflight', () => {
  const document = aRun({ exchanges })
  expect(toSelected(document, { ...FIRST_VIEW, selected: 'e1' })).toBe('e1')
  expect(toSelected(document, { ...FIRST_VIEW, selected: 'e1:preflight' })).toBe('e1:preflight')
  expect(toSelectedStep(document, 'e2:preflight')).toBe('token')
})

test('forgets a choice that this run does not have', () => {
  expect(toSelected(aRun({ exchanges }), { ...FIRST_VIEW, selected: 'e9' })).toBe('e2')
})

test('shows the proof of the cause when nobody chose', () => {
  const outcome = { ...aRun().outcome, status: 'failed', cause: 'CHL-01' } as const
  expect(toSelected(aRun({ exchanges, findings: [aFinding()], outcome }), FIRST_VIEW)).toBe('e1')
})

test('selects nothing while a run goes on', () => {
  const outcome = { ...aRun().outcome, status: 'running' } as const
  expect(toSelected(aRun({ exchanges, outcome }), FIRST_VIEW)).toBe(null)
  expect(toSelectedStep(aRun({ exchanges }), null)).toBe(null)
})
