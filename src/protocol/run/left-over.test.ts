import { describe, expect, test } from 'vitest'
import type { StepId } from '../http/exchange.ts'
import { buildConfig } from './build-document.ts'
import { type LogWriter, buildAnswer, writeLog } from './build-log.ts'
import { leftOver } from './left-over.ts'
import { rewindRun } from './rewind.ts'
import { foldRun } from './run.ts'

function idsOf({ events }: Pick<LogWriter, 'events'>, step: StepId): readonly string[] {
  return leftOver(events, foldRun(events), step).map(({ id }) => id)
}

const AHEAD = { ahead: { used: false } } as const

describe('an attempt that was broken off', () => {
  test('leaves its answered exchanges, and none that has no answer', () => {
    const log = writeLog()
      .start('token')
      .ask('token', 'e1', { outcome: buildAnswer() })
      .ask('token', 'e2')
      .ask('token', 'e3', { outcome: { kind: 'aborted', endedAt: 3, by: 'walk' } })
    expect(idsOf(log, 'token')).toEqual(['e1'])
  })

  test('leaves nothing to another step', () => {
    const log = writeLog().start('token').ask('token', 'e1', { outcome: buildAnswer() })
    expect(idsOf(log, 'session')).toEqual([])
  })

  test('leaves what it made, not what the attempt before it made', () => {
    const log = writeLog().start('token').ask('token', 'e1', { outcome: buildAnswer() })
    log.settle('token', { kind: 'failed', error: { code: 'timeout', message: '' }, facts: {} })
    log.start('token').ask('token', 'e2', { outcome: buildAnswer() })
    expect(idsOf(log, 'token')).toEqual(['e2'])
  })

  test('leaves what it had taken up ahead of its turn', () => {
    const log = writeLog()
      .start('challenge')
      .ask('resource-metadata', 'e1', { ...AHEAD, outcome: buildAnswer() })
      .done('challenge')
      .start('resource-metadata')
      .add({ type: 'exchange-used', id: 'e1' })
    expect(idsOf(log, 'resource-metadata')).toEqual(['e1'])
  })

  test('leaves no experiments and no half bodies', () => {
    const answer = buildAnswer()
    const body = { text: '{', bytes: 1, cut: 'failed' } as const
    const half = answer.kind === 'response' ? { ...answer, body } : answer
    const log = writeLog()
      .start('token')
      .ask('token', 'e1', { diagnostic: 'triage', outcome: buildAnswer() })
      .ask('token', 'e2', { outcome: half })
    expect(idsOf(log, 'token')).toEqual([])
  })
})

test('a step that came to its end leaves nothing', () => {
  const log = writeLog().start('token').ask('token', 'e1', { outcome: buildAnswer() })
  log.settle('token', { kind: 'done', says: '', facts: {} })
  expect(idsOf(log, 'token')).toEqual([])
})

test('an answer that came ahead of its turn waits for whatever step comes next', () => {
  const log = writeLog()
    .start('challenge')
    .ask('resource-metadata', 'e1', { ...AHEAD, outcome: buildAnswer() })
  expect(idsOf(log, 'challenge')).toEqual(['e1'])
  expect(idsOf(log.done('challenge'), 'resource-metadata')).toEqual(['e1'])
})

test('nothing is left over a change of the configuration', () => {
  const log = writeLog()
    .start('token')
    .ask('token', 'e1', { outcome: buildAnswer() })
    .ask('tools', 'e2', { ...AHEAD, outcome: buildAnswer() })
    .add({ type: 'config-changed', config: buildConfig() })
  expect(idsOf(log, 'token')).toEqual([])
})

test('nothing is left of the run that this one began anew from', () => {
  const { events } = writeLog()
    .start('challenge')
    .ask('resource-metadata', 'e1', { ...AHEAD, outcome: buildAnswer() })
    .done('challenge')
    .done('resource-metadata')
  const rewind = {
    run: 'run-2',
    at: 100,
    step: 'resource-metadata',
    config: buildConfig(),
  } as const
  expect(idsOf({ events: rewindRun(events, rewind) }, 'resource-metadata')).toEqual([])
})
