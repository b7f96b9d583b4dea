import { describe, expect, test } from 'vitest'
import { buildConfig } from '../build-document.ts'
import { CHALLENGE, buildAuthorization, buildIdentity, writeLog } from '../build-log.ts'
import { foldRun } from '../run.ts'

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
