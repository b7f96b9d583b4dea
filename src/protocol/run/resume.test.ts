import { describe, expect, test } from 'vitest'
import { buildAsk, hangOn } from '../http/build-wire.ts'
import { buildAuthorization, writeLog } from './build-log.ts'
import { DONE, MAINLINE, WAITING, begun, openWalk } from './build-walk.ts'
import { drive } from './drive.ts'
import type { RunEvent, StepResult } from './events.ts'
import type { StepContext } from './step.ts'

const URL = 'https://page.example/callback.html?code=1'

describe('the person stops the walk', () => {
  const asking = async (context: StepContext): Promise<StepResult> => {
    await context.wire.send(buildAsk({ step: 'token', url: 'https://issuer.example/token' }))
    return DONE
  }

  test('in the middle of a request: the log keeps it, and the step has no result', async () => {
    const stop = new AbortController()
    const ports = { fetch: hangOn }
    const { walk, run } = openWalk({ token: asking }, { signal: stop.signal, ports })
    const append = (event: RunEvent): void => {
      walk.log.append(event)
      if (event.type === 'exchange-started') queueMicrotask(() => stop.abort())
    }
    await drive({ ...walk, log: { ...walk.log, append } })
    expect(run().exchanges[0]?.outcome).toMatchObject({ kind: 'aborted', by: 'user' })
    expect(run().cancelled).toBe('token')
    expect(run().steps.token.result).toBeUndefined()
  })

  test('between two steps: the next one does not begin', async () => {
    const stop = new AbortController()
    const { walk, events, run } = openWalk({}, { signal: stop.signal })
    const append = (event: RunEvent): void => {
      walk.log.append(event)
      if (event.type === 'step-settled' && event.step === 'scope') stop.abort()
    }
    await drive({ ...walk, log: { ...walk.log, append } })
    expect(begun(events).at(-1)).toBe('scope')
    expect(run().cancelled).toBe('registration')
  })

  test('and lets it go on later', async () => {
    const { walk, events, add } = openWalk()
    add({ type: 'step-started', at: 1, step: 'challenge' })
    add({ type: 'cancelled', at: 2, step: 'challenge' })
    await drive(walk)
    expect(begun(events)).toEqual(['challenge', ...MAINLINE])
  })
})

describe('a reload', () => {
  const token = async (context: StepContext): Promise<StepResult> => {
    const ask = { step: 'token', url: 'https://issuer.example/token', repeatable: false } as const
    await context.wire.send(buildAsk(ask))
    return DONE
  }

  test('in the middle of a request gives that request up, and the step makes it again', async () => {
    const { walk, events, run } = openWalk({ token })
    await drive(walk)
    const cut = events.findIndex((event) => event.type === 'exchange-settled')
    events.splice(cut)
    await drive(walk)
    expect(run().exchanges.map(({ outcome }) => outcome.kind)).toEqual(['aborted', 'response'])
  })

  test('after the answer spares the request that must not be made twice', async () => {
    const { walk, events, run } = openWalk({ token })
    await drive(walk)
    const cut = events.findIndex((event) => event.type === 'exchange-settled')
    events.splice(cut + 1)
    await drive(walk)
    expect(run().exchanges).toHaveLength(1)
    expect(run().steps.tools.result?.kind).toBe('done')
  })

  test('settles the navigation that came back, and gives up one that never left', async () => {
    const { walk, events, run, add } = openWalk()
    const log = writeLog()
      .start('authorization')
      .ask('authorization', 'e1', { via: 'navigation' })
      .start('authorization')
      .ask('authorization', 'e2', { via: 'navigation' })
      .settle('authorization', {
        ...WAITING,
        facts: { authorization: buildAuthorization({ exchange: 'e2' }) },
      })
    events.splice(0, 1, ...log.events)
    add({ type: 'callback-arrived', at: 77, url: URL, by: 'same-tab' })
    await drive(walk)
    expect(run().exchanges.map(({ outcome }) => outcome)).toEqual([
      { kind: 'aborted', endedAt: expect.any(Number), by: 'walk' },
      { kind: 'navigated', endedAt: 77 },
    ])
  })

  test('in the middle of a step on demand takes that step again', async () => {
    const { walk, events, add } = openWalk()
    await drive(walk)
    add({ type: 'step-wanted', at: 98, step: 'refresh' })
    add({ type: 'step-started', at: 99, step: 'refresh' })
    await drive(walk)
    expect(begun(events).slice(-2)).toEqual(['refresh', 'refresh'])
  })
})

test('a second arrival is shown as an exchange of its own, and not used', async () => {
  const callback = ({ wire, run }: StepContext): StepResult => {
    const purpose = 'The browser comes back'
    const url = run.arrival?.url ?? ''
    const about = { step: 'callback', purpose, to: 'page', url, arrived: true } as const
    const { id } = wire.navigate(about)
    return { ...DONE, facts: { callback: { exchange: id, parameters: [] } } }
  }
  const { walk, run, add } = openWalk({ authorization: () => WAITING, callback })
  await drive(walk)
  add({ type: 'callback-arrived', at: 98, url: URL, by: 'popup' })
  add({ type: 'callback-arrived', at: 99, url: `${URL}&again`, by: 'popup' })
  await drive(walk)
  await drive(walk)
  expect(run().exchanges.map(({ request, after }) => [request.url, after])).toEqual([
    [URL, undefined],
    [`${URL}&again`, 'e1'],
  ])
})
