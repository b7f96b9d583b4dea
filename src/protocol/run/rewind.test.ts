import { describe, expect, test } from 'vitest'
import { STEP_IDS, type StepId } from '../http/exchange.ts'
import { type PracticeWalk, openPractice, practise } from '../practice-walk.ts'
import { buildConfig } from './build-document.ts'
import { buildAnswer, writeLog } from './build-log.ts'
import type { RunConfig } from './config.ts'
import type { RunEvent } from './events.ts'
import { rewindRun } from './rewind.ts'
import { foldRun } from './run.ts'

const REWIND = {
  run: 'run-2',
  at: 50,
  step: 'scope',
  config: buildConfig({ scope: 'more' }),
} as const
const CHALLENGE = {
  challenge: { exchange: 'e1', status: 401, required: true, header: 'absent' },
} as const

function typesOf(events: readonly RunEvent[]): readonly string[] {
  return events.map(({ type }) => type)
}

describe('a run begun anew from a step', () => {
  const log = () =>
    writeLog()
      .start('challenge')
      .ask('challenge', 'e1', { outcome: buildAnswer('', 401) })
      .settle('challenge', { kind: 'done', says: '401', facts: CHALLENGE })
      .done('scope')
      .fail('registration')

  test('has its own name and time, the new values, and says what it comes from', () => {
    const run = foldRun(rewindRun(log().events, REWIND))
    expect(run).toMatchObject({
      id: 'run-2',
      startedAt: 50,
      config: { scope: 'more' },
      from: { run: 'run-1', step: 'scope' },
    })
  })

  test('keeps what came before that step and nothing after', () => {
    const run = foldRun(rewindRun(log().events, REWIND))
    expect(run.facts).toEqual(CHALLENGE)
    expect(run.exchanges.map(({ id }) => id)).toEqual(['e1'])
    expect(run.steps.scope.result).toBeUndefined()
    expect(run.steps.registration.result).toBeUndefined()
  })

  test('leaves the earlier run as it was', () => {
    const { events } = log()
    const before = JSON.stringify(events)
    rewindRun(events, REWIND)
    expect(JSON.stringify(events)).toBe(before)
  })

  test('cuts where the step began for the last time', () => {
    const { events } = log().start('scope').settle('scope', { kind: 'skipped', why: 'so' })
    const run = foldRun(rewindRun(events, REWIND))
    expect(run.steps.registration.result?.kind).toBe('failed')
  })

  test('keeps all when the step was never reached', () => {
    const events = rewindRun(log().events, { ...REWIND, step: 'tools' })
    expect(foldRun(events).steps.registration.result?.kind).toBe('failed')
  })

  test('knows the answers that came later to what had been asked before', () => {
    const { events } = writeLog()
      .start('challenge')
      .ask('resource-metadata', 'e1', { ahead: { used: false } })
      .done('challenge')
      .start('scope')
      .add({ type: 'exchange-settled', id: 'e1', outcome: buildAnswer() })
    expect(foldRun(rewindRun(events, REWIND)).exchanges[0]?.outcome.kind).toBe('response')
  })

  test('begins without the halts and the changes of the earlier run', () => {
    const { events } = writeLog()
      .add({ type: 'config-changed', config: buildConfig() })
      .add({ type: 'paused', step: 'scope' })
      .add({ type: 'stopped', step: 'challenge', rule: 'CHL-01' })
      .add({ type: 'cancelled', step: 'scope' })
      .add({ type: 'continued', rule: 'CHL-01' })
      .start('scope')
    expect(typesOf(rewindRun(events, REWIND))).toEqual(['run-started', 'continued'])
  })
})

test('throws for events that are no run', () => {
  expect(() => rewindRun([], REWIND)).toThrow('A run begins with run-started')
})

describe('a walk begun anew', () => {
  const CHANGES: { readonly [step in StepId]?: Partial<RunConfig> } = {
    challenge: { transport: 'direct' },
    'resource-metadata': { pace: 'one-by-one' },
    'server-metadata': { issuer: 'http://localhost:4282' },
    scope: { scope: 'tools vault' },
    registration: { clientId: 'mine' },
    authorization: { resource: 'http://localhost:4281/mcp' },
    callback: {},
    token: {},
    session: { revision: '2025-11-25' },
    tools: { call: { tool: 'add', arguments: '{"a":1,"b":2}' } },
  }
  const known = [
    { clientId: 'mine', method: 'none', redirectUris: ['http://localhost:4280/callback.html'] },
  ] as const
  const walk: PracticeWalk = { sandbox: { registration: { known } } }

  test.each(Object.entries(CHANGES))('from %s with %j comes to the tools', async (name, change) => {
    const step = STEP_IDS.find((id) => id === name) ?? 'challenge'
    const { events, document } = await practise(walk)
    const config = { ...document.config, ...change }
    const again = openPractice(walk, rewindRun(events, { run: 'run-2', at: 5_000, step, config }))
    await again.go()
    if (again.document().outcome.waiting?.on === 'authorization') {
      await again.comeBack()
      await again.go()
    }
    const { outcome, from, id } = again.document()
    expect(outcome.status).toBe('passed')
    expect({ from, id }).toEqual({ from: { run: 'run-1', step }, id: 'run-2' })
    expect(again.document().config).toEqual(config)
  })

  test('asks anew for what the step needs, whatever the earlier run had asked ahead', async () => {
    const { events, document } = await practise(walk)
    const rewind = {
      run: 'run-2',
      at: 5_000,
      step: 'resource-metadata',
      config: document.config,
    } as const
    const again = openPractice(walk, rewindRun(events, rewind))
    await again.go()
    const asked = again
      .document()
      .exchanges.filter(({ step, startedAt }) => step === 'resource-metadata' && startedAt > 5_000)
    expect(asked.length).toBeGreaterThan(0)
  })
})
