import { describe, expect, test } from 'vitest'
import { CHALLENGE, buildAnswer, writeLog } from './build-log.ts'
import { findExchange, foldRun, revisionOf } from './run.ts'

describe('a run', () => {
  test('begins with run-started, or there is none', () => {
    const { events } = writeLog().start('challenge')
    expect(() => foldRun(events.slice(1))).toThrow('A run begins with run-started')
  })

  test('is the same however often and from whatever copy it is computed', () => {
    const { events } = writeLog()
      .start('challenge')
      .ask('challenge', 'e1', { outcome: buildAnswer() })
      .settle('challenge', { kind: 'done', says: '401', facts: CHALLENGE })
    expect(foldRun(JSON.parse(JSON.stringify(events)))).toEqual(foldRun(events))
  })

  test('does not change the events that it is computed from', () => {
    const { events } = writeLog().ask('challenge', 'e1', { outcome: buildAnswer() })
    const before = JSON.stringify(events)
    foldRun(events)
    expect(JSON.stringify(events)).toBe(before)
  })
})

describe('an exchange', () => {
  test('belongs to its step, and gets its outcome when it settles', () => {
    const run = foldRun(
      writeLog().start('challenge').ask('challenge', 'e1').ask('resource-metadata', 'e2').events,
    )
    expect(run.steps.challenge.exchanges).toEqual(['e1'])
    expect(run.steps['resource-metadata'].exchanges).toEqual(['e2'])
    expect(run.exchanges.map(({ outcome }) => outcome.kind)).toEqual(['pending', 'pending'])
    const log = writeLog().ask('challenge', 'e1', { outcome: buildAnswer('{}', 401) })
    expect(findExchange(foldRun(log.events), 'e1')?.outcome).toMatchObject({ status: 401 })
  })

  test('is marked when what was asked ahead is used', () => {
    const log = writeLog()
      .ask('resource-metadata', 'e1', { ahead: { used: false }, outcome: buildAnswer() })
      .add({ type: 'exchange-used', id: 'e1' })
    expect(findExchange(foldRun(log.events), 'e1')?.ahead).toEqual({ used: true })
  })

  test('that nobody began does not settle', () => {
    const log = writeLog().add({ type: 'exchange-settled', id: 'e7', outcome: buildAnswer() })
    const run = foldRun(log.events)
    expect([run.exchanges, findExchange(run, 'e7'), findExchange(run, undefined)]).toEqual([
      [],
      undefined,
      undefined,
    ])
  })
})

describe('a step', () => {
  test('is running from its start to its end', () => {
    const log = writeLog().start('challenge')
    expect(foldRun(log.events).steps.challenge).toMatchObject({ running: true, startedAt: 1 })
    log.settle('challenge', { kind: 'skipped', why: 'so' })
    const step = foldRun(log.events).steps.challenge
    expect(step).toMatchObject({ running: false, endedAt: 2, result: { kind: 'skipped' } })
  })

  test('that runs again has no result until it ends, and keeps its exchanges', () => {
    const log = writeLog().start('challenge').ask('challenge', 'e1', { outcome: buildAnswer() })
    log.settle('challenge', { kind: 'done', says: '401', facts: CHALLENGE }).start('challenge')
    const step = foldRun(log.events).steps.challenge
    expect(step.result).toBeUndefined()
    expect(step.exchanges).toEqual(['e1'])
  })

  test('gives its facts, and those of its last time only', () => {
    const log = writeLog().done('challenge', CHALLENGE)
    expect(foldRun(log.events).facts).toEqual(CHALLENGE)
    log.start('challenge').settle('challenge', { kind: 'skipped', why: 'so' })
    expect(foldRun(log.events).facts).toEqual({})
  })

  test('that failed gives what it had learned', () => {
    const log = writeLog().start('challenge')
    const error = { code: 'unexpected-status', message: '500' } as const
    log.settle('challenge', { kind: 'failed', error, facts: CHALLENGE })
    expect(foldRun(log.events).facts).toEqual(CHALLENGE)
  })

  test('that was broken off and begins again decides anew', () => {
    const decide = { type: 'decided', decision: { step: 'scope', says: 'Asks for tools' } } as const
    const log = writeLog().start('scope').add(decide).start('scope').add(decide)
    expect(foldRun(log.events).decisions).toHaveLength(1)
  })

  test('that came to an end and runs again keeps what it decided before', () => {
    const decide = { type: 'decided', decision: { step: 'scope', says: 'Asks for tools' } } as const
    const log = writeLog().start('scope').add(decide)
    log.settle('scope', { kind: 'done', says: 'tools', facts: {} }).start('scope').add(decide)
    expect(foldRun(log.events).decisions).toHaveLength(2)
  })
})

describe('the revision whose rules apply', () => {
  test.each([
    ['2025-06-18', '2025-06-18'],
    ['2024-11-05', '2025-11-25'],
    ['', '2025-11-25'],
  ])('is, after initialize with the version %j, %s', (version, revision) => {
    const fact = { era: 'legacy', version, exchange: 'e1', capabilities: null } as const
    const run = foldRun(writeLog().done('session', { session: fact }).events)
    expect(revisionOf(run)).toBe(revision)
  })

  test('is the newest until the server has said what it speaks, or the one that a person chose', () => {
    expect(revisionOf(foldRun(writeLog().events))).toBe('2026-07-28')
    expect(revisionOf(foldRun(writeLog({ revision: '2025-03-26' }).events))).toBe('2025-03-26')
  })
})
