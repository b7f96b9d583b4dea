import { describe, expect, test } from 'vitest'
import { type LogWriter, writeLog } from './build-log.ts'
import { WAITING, openWalk } from './build-walk.ts'
import { nextStep } from './next-step.ts'
import { foldRun } from './run.ts'

const { steps } = openWalk().walk

function nextAfter({ events }: LogWriter): string | undefined {
  return nextStep(foldRun(events), steps)?.id
}

function walked(also: readonly ('refresh' | 'revoke')[] = []): LogWriter {
  const log = writeLog({ also })
  for (const { id } of steps.slice(0, 10)) log.done(id)
  return log
}

describe('the next step', () => {
  test('is the first at the beginning', () => {
    expect(nextAfter(writeLog())).toBe('challenge')
  })

  test('is the one after what is done or skipped', () => {
    const log = writeLog().done('challenge').start('resource-metadata')
    log.settle('resource-metadata', { kind: 'skipped', why: '' })
    expect(nextAfter(log)).toBe('server-metadata')
  })

  test('is the same again after it failed or was broken off', () => {
    expect(nextAfter(writeLog().done('challenge').fail('resource-metadata'))).toBe(
      'resource-metadata',
    )
    expect(nextAfter(writeLog().start('challenge'))).toBe('challenge')
  })

  test('is the callback once the browser is back from the authorization server', () => {
    const log = writeLog()
    for (const { id } of steps.slice(0, 5)) log.done(id)
    log.start('authorization').settle('authorization', WAITING)
    expect(nextAfter(log)).toBe('authorization')
    log.add({ type: 'callback-arrived', url: 'https://page.example/', by: 'popup' })
    expect(nextAfter(log)).toBe('callback')
  })

  test('is none after the tools, unless more is wanted', () => {
    expect(nextAfter(walked())).toBeUndefined()
    expect(nextAfter(walked(['refresh', 'revoke']))).toBe('refresh')
    expect(nextAfter(walked(['refresh', 'revoke']).done('refresh'))).toBe('revoke')
  })

  test('is the one that the person wants, before any other', () => {
    expect(nextAfter(walked(['refresh']).add({ type: 'step-wanted', step: 'revoke' }))).toBe(
      'revoke',
    )
  })
})
