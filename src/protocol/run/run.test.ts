import { describe, expect, test } from 'vitest'
import { buildConfig } from './build-document.ts'
import { buildAnswer, buildAuthorization, buildIdentity, writeLog } from './build-log.ts'
import { findExchange, foldRun, revisionOf } from './run.ts'

const CHALLENGE = {
  challenge: { exchange: 'e1', status: 401, required: true, header: 'absent' },
} as const
const WAITING = {
  kind: 'waiting',
  on: 'authorization',
  says: 'issuer.example asks you to sign in',
  url: 'https://issuer.example/authorize',
  facts: { authorization: buildAuthorization() },
} as const
const NEED = {
  kind: 'waiting',
  on: 'person',
  need: { field: 'client-id', says: 'Enter a client id.' },
  facts: {},
} as const

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

describe('going back', () => {
  const session = { challenge: { ...CHALLENGE.challenge, exchange: 'e8' } }

  function walked() {
    return writeLog()
      .done('challenge', CHALLENGE)
      .done('scope', {
        scope: { asked: 'tools', from: 'nobody', candidates: [], offlineAccess: false },
      })
      .done('registration', { clientIdentity: buildIdentity() })
      .start('session')
      .settle('session', { kind: 'back', to: 'scope', why: 'a new challenge', facts: session })
  }

  test('forgets what later steps gave and keeps what earlier ones gave', () => {
    const run = foldRun(walked().events)
    expect(run.facts.clientIdentity).toBeUndefined()
    expect(run.steps.registration.result).toBeUndefined()
    expect(run.steps.challenge.result?.kind).toBe('done')
  })

  test('keeps what was learned on the way, over later steps that learn nothing of it', () => {
    const run = foldRun(walked().done('scope').events)
    expect(run.facts.challenge?.exchange).toBe('e8')
  })

  test('names the step that comes next, until that step has ended', () => {
    const log = walked()
    expect(foldRun(log.events).next).toBe('scope')
    expect(foldRun(log.start('scope').events).next).toBe('scope')
    log.settle('scope', { kind: 'done', says: '', facts: {} })
    expect(foldRun(log.events).next).toBeUndefined()
  })

  test('keeps every identity and every authorization request of the walk', () => {
    const log = writeLog()
      .done('registration', { clientIdentity: buildIdentity() })
      .start('authorization')
      .settle('authorization', WAITING)
      .start('session')
      .settle('session', { kind: 'back', to: 'registration', why: '', facts: {} })
      .done('registration', { clientIdentity: buildIdentity({ issuer: 'https://b.example' }) })
      .start('authorization')
      .settle('authorization', WAITING)
    const run = foldRun(log.events)
    expect(run.identities.map(({ issuer }) => issuer)).toEqual([
      'https://issuer.example',
      'https://b.example',
    ])
    expect(run.authorizations).toHaveLength(2)
  })
})

describe('a stop', () => {
  const stopped = () =>
    writeLog().fail('challenge').add({ type: 'stopped', step: 'challenge', rule: 'NET-03' })

  test('that the person goes past lets the failed step run again', () => {
    const run = foldRun(stopped().add({ type: 'continued', rule: 'NET-03' }).events)
    expect(run.continued).toEqual(['NET-03'])
    expect(run.stopped).toBeUndefined()
    expect(run.steps.challenge.result).toBeUndefined()
  })

  test('leaves the results of the other steps when the person goes past it', () => {
    const log = writeLog().done('challenge', CHALLENGE).fail('resource-metadata')
    const run = foldRun(log.add({ type: 'continued', rule: 'PRM-01' }).events)
    expect(run.steps.challenge.result?.kind).toBe('done')
  })

  test('names its step and its rule, and is over once a step begins', () => {
    expect(foldRun(stopped().events).stopped).toEqual({ step: 'challenge', rule: 'NET-03' })
    expect(foldRun(stopped().start('challenge').events).stopped).toBeUndefined()
  })

  test('of a step on demand brings that step next when the person goes past it', () => {
    const log = writeLog().fail('refresh').add({ type: 'continued', rule: 'CORS-09' })
    expect(foldRun(log.events).next).toBe('refresh')
  })
})

describe('the person', () => {
  test('answers with a new configuration, and the step that asked runs again', () => {
    const config = buildConfig({ clientId: 'mine' })
    const log = writeLog().start('registration').settle('registration', NEED)
    const run = foldRun(log.add({ type: 'config-changed', config }).events)
    expect(run.config.clientId).toBe('mine')
    expect(run.steps.registration.result).toBeUndefined()
  })

  test('changes the configuration without losing what waits at the authorization server', () => {
    const log = writeLog().start('authorization').settle('authorization', WAITING)
    const run = foldRun(log.add({ type: 'config-changed', config: buildConfig() }).events)
    expect(run.steps.authorization.result?.kind).toBe('waiting')
  })

  test('halts a walk, which no longer runs', () => {
    const run = foldRun(writeLog().start('token').add({ type: 'cancelled', step: 'token' }).events)
    expect(run.cancelled).toBe('token')
    expect(run.steps.token.running).toBe(false)
  })

  test('lets a halted walk go on', () => {
    const log = writeLog().add({ type: 'cancelled', step: 'token' })
    log.add({ type: 'paused', step: 'token' }).start('token')
    const run = foldRun(log.events)
    expect([run.cancelled, run.paused]).toEqual([undefined, undefined])
  })

  test('wants a step on demand', () => {
    expect(foldRun(writeLog().add({ type: 'step-wanted', step: 'revoke' }).events).next).toBe(
      'revoke',
    )
  })
})

describe('the way through the authorization server', () => {
  const waiting = () => writeLog().start('authorization').settle('authorization', WAITING)
  const arrive = (code: string) =>
    ({
      type: 'callback-arrived',
      url: `https://page.example/callback.html?code=${code}`,
      by: 'popup',
    }) as const

  test('is opened, and may be abandoned and opened again', () => {
    const log = waiting().add({ type: 'authorization-opened', by: 'popup' })
    expect(foldRun(log.events).opened).toMatchObject({ by: 'popup' })
    log.add({ type: 'authorization-abandoned', why: 'popup-closed' })
    expect(foldRun(log.events)).toMatchObject({ abandoned: 'popup-closed' })
    expect(foldRun(log.events).opened).toBeUndefined()
    log.add({ type: 'authorization-opened', by: 'same-tab' })
    expect(foldRun(log.events).abandoned).toBeUndefined()
  })

  test('ends with the first arrival; a second one is kept beside it', () => {
    const run = foldRun(waiting().add(arrive('1')).add(arrive('2')).events)
    expect(run.arrival?.url).toContain('code=1')
    expect(run.repeated.map(({ url }) => url)).toEqual([
      'https://page.example/callback.html?code=2',
    ])
  })

  test('begins anew with a new request: an earlier arrival is no answer to it', () => {
    const log = waiting().add(arrive('1')).start('authorization')
    const run = foldRun(log.settle('authorization', WAITING).events)
    expect(run.arrival).toBeUndefined()
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
