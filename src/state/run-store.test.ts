import { expect, test } from 'vitest'
import type { RunDocument, RunEvent } from '../protocol/index.ts'
import { STARTED, buildStore } from './build-store.ts'

const FORETOLD: RunDocument['clients'][number] = {
  id: 'spec',
  name: 'the specification',
  verdict: 'works',
  step: null,
  why: '',
  flip: null,
  confidence: 'specification',
  asOf: '',
}

const STEP: RunEvent = { type: 'step-started', at: 1, step: 'challenge' }

test('a run is drawn once, however many events a frame brings', () => {
  const { run, made, drawFrame } = buildStore()
  run.begin([STARTED])
  run.setPhase('running')
  run.append(STEP)
  run.append(STEP)
  expect(run.store.getState().document).toBeNull()
  drawFrame()
  expect(run.store.getState()).toMatchObject({ phase: 'running', isLive: true })
  expect(made).toEqual(['3 live'])
})

test('the document is up to date before the screen is', () => {
  const { run } = buildStore()
  run.begin([STARTED])
  run.append(STEP)
  expect(run.document()?.endedAt).toBe(2)
  expect(run.store.getState().document).toBeNull()
  run.draw()
  expect(run.store.getState().document).toBe(run.document())
})

test('a forecast stands beside the run that it was made from, until that walks on', () => {
  const { run } = buildStore()
  run.begin([STARTED])
  const events = run.events()
  run.draw()
  run.foretell(events, [FORETOLD])
  expect(run.store.getState().document?.clients).toEqual([FORETOLD])
  run.setPhase('running')
  run.append(STEP)
  run.foretell(events, [FORETOLD])
  expect(run.document()?.clients).toEqual([])
})

test('a forecast stays while more is asked after the end, until there is another', () => {
  const { run } = buildStore()
  run.begin([STARTED])
  run.draw()
  run.foretell(run.events(), [FORETOLD])
  run.append(STEP)
  expect(run.document()?.clients).toEqual([FORETOLD])
  run.foretell(run.events(), [])
  expect(run.document()?.clients).toEqual([])
})

test('a forecast is not shown beside another run', () => {
  const { run } = buildStore()
  run.begin([STARTED])
  run.draw()
  run.foretell(run.events(), [FORETOLD])
  run.begin([{ ...STARTED }])
  expect(run.document()?.clients).toEqual([])
})

test('a log is kept event by event, and forgotten when the run is left', () => {
  const { run, kept, drawFrame } = buildStore()
  run.begin([STARTED])
  run.append(STEP)
  expect(kept).toEqual([STARTED, STEP])
  run.leave()
  run.append(STEP)
  drawFrame()
  expect(kept).toEqual([])
  expect(run.store.getState()).toMatchObject({ document: null, phase: 'idle' })
})

test('a log that a reload left is not written again', () => {
  const { run, kept } = buildStore()
  run.restore([STARTED, STEP])
  expect(kept).toEqual([])
  expect(run.document()?.endedAt).toBe(2)
})

test("a run from elsewhere takes the place of this tab's own", () => {
  const { run, kept } = buildStore()
  run.begin([STARTED])
  const other = run.document()
  if (other) run.show(other)
  run.append(STEP)
  expect(kept).toEqual([])
  expect(run.store.getState()).toMatchObject({ document: other, phase: 'ended', isLive: false })
})

test('where nobody looks, the end of a run is not drawn before its turn', () => {
  const { run, made, drawFrame } = buildStore(() => null, false)
  run.begin([STARTED])
  run.draw()
  expect(made).toEqual([])
  drawFrame()
  expect(made).toEqual(['1'])
})
