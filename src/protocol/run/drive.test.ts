import { describe, expect, test } from 'vitest'
import { buildAsk } from '../http/build-wire.ts'
import { STEP_IDS } from '../http/exchange.ts'
import { type Acts, DONE, MAINLINE, WAITING, begun, openWalk } from './build-walk.ts'
import { type Walk, drive } from './drive.ts'
import type { StepResult } from './events.ts'
import { type StepContext, requireFact } from './step.ts'

const FAILED: StepResult = {
  kind: 'failed',
  error: { code: 'no-server-metadata', message: 'There is none.' },
  facts: {},
}
const NEED = { field: 'client-id', says: 'Enter a client id.' } as const
const URL = 'https://page.example/callback.html?code=1'

describe('a walk', () => {
  test('takes every step up to the tools, in order, and none on demand', async () => {
    const { walk, events } = openWalk()
    await drive(walk)
    expect(begun(events)).toEqual(MAINLINE)
  })

  test('takes the steps on demand that the configuration names after the tools', async () => {
    const { walk, events } = openWalk({}, { config: { also: ['refresh', 'revoke'] } })
    await drive(walk)
    expect(begun(events)).toEqual([...MAINLINE, 'refresh', 'revoke'])
  })

  test('takes a step that the person wants, and no other again', async () => {
    const { walk, events, add } = openWalk()
    await drive(walk)
    add({ type: 'step-wanted', at: 99, step: 'revoke' })
    await drive(walk)
    expect(begun(events)).toEqual([...MAINLINE, 'revoke'])
  })

  test('that has ended does nothing when it is asked to go on', async () => {
    const { walk, events } = openWalk()
    await drive(walk)
    const count = events.length
    await drive(walk)
    expect(events).toHaveLength(count)
  })

  test('skips a step whose facts are not there, and says which', async () => {
    const { walk, run } = openWalk({}, { needs: { token: ['serverMetadata'] } })
    await drive(walk)
    expect(run().steps.token.result).toEqual({
      kind: 'skipped',
      why: 'there is no serverMetadata to work with',
    })
  })

  test('skips it for want of a need where the server asks for no token', async () => {
    const challenge = { exchange: 'e1', status: 200, required: false, header: 'absent' } as const
    const acts: Acts = { challenge: () => ({ ...DONE, facts: { challenge } }) }
    const { walk, run } = openWalk(acts, { needs: { token: ['serverMetadata'] } })
    await drive(walk)
    expect(run().steps.token.result).toEqual({ kind: 'skipped', why: 'no token is needed' })
  })

  test('ends at a step that fails', async () => {
    const { walk, events } = openWalk({ 'server-metadata': () => FAILED })
    await drive(walk)
    expect(begun(events).at(-1)).toBe('server-metadata')
  })

  test('records a defect of a step as ours, with its reason', async () => {
    const scope = (context: StepContext): StepResult => {
      requireFact(context, 'challenge')
      return DONE
    }
    const { walk, run } = openWalk({ scope })
    await drive(walk)
    expect(run().steps.scope.result).toMatchObject({
      kind: 'failed',
      error: {
        code: 'defect',
        message:
          'This is our defect, not the server\'s: The step needs the fact "challenge" and does not name it',
      },
    })
  })

  test('goes back where a step sends it, and on from there', async () => {
    let times = 0
    const session = (): StepResult => {
      times += 1
      return times > 1 ? DONE : { kind: 'back', to: 'scope', why: 'news', facts: {} }
    }
    const { walk, events } = openWalk({ session })
    await drive(walk)
    const [from, to] = [STEP_IDS.indexOf('scope'), STEP_IDS.indexOf('session')]
    expect(begun(events)).toEqual([
      ...MAINLINE.slice(0, to + 1),
      ...MAINLINE.slice(from, to + 1),
      'tools',
    ])
  })

  test('takes a step on demand in the middle where a step sends it there, and comes back', async () => {
    let times = 0
    const tools = (): StepResult => {
      times += 1
      return times > 1 ? DONE : { kind: 'back', to: 'refresh', why: 'expired', facts: {} }
    }
    const { walk, events } = openWalk({ tools })
    await drive(walk)
    expect(begun(events).slice(-3)).toEqual(['tools', 'refresh', 'tools'])
  })

  test('lets what nobody waits for end before it halts', async () => {
    const tools = (context: StepContext): StepResult => {
      context.wire.leave(buildAsk({ method: 'DELETE' }))
      return DONE
    }
    const { walk, run } = openWalk({ tools })
    await drive(walk)
    expect(run().exchanges[0]?.outcome.kind).toBe('response')
  })
})

describe('a rule that stops', () => {
  const gate: Walk['gate'] = (run) =>
    run.steps['server-metadata'].result && !run.continued.includes('ASM-09')
      ? { rule: 'ASM-09' }
      : undefined

  test('halts the walk after its step, once', async () => {
    const { walk, events, run } = openWalk({}, { gate })
    await drive(walk)
    await drive(walk)
    expect(begun(events).at(-1)).toBe('server-metadata')
    expect(run().stopped).toEqual({ step: 'server-metadata', rule: 'ASM-09' })
    expect(events.filter(({ type }) => type === 'stopped')).toHaveLength(1)
  })

  test('is told by an experiment that ends after its step', async () => {
    const late = (context: StepContext): StepResult => {
      context.wire.leave(buildAsk({ step: 'token' }))
      return FAILED
    }
    const gate: Walk['gate'] = ({ exchanges }) =>
      exchanges.some(({ outcome }) => outcome.kind === 'response') ? { rule: 'X-01' } : undefined
    const { walk, run } = openWalk({ token: late }, { gate })
    await drive(walk)
    expect(run().stopped).toEqual({ step: 'token', rule: 'X-01' })
  })

  test('lets the walk go on when the person goes past it', async () => {
    const { walk, events, add, run } = openWalk({}, { gate })
    await drive(walk)
    add({ type: 'continued', at: 99, rule: 'ASM-09' })
    await drive(walk)
    expect(begun(events)).toEqual(MAINLINE)
    expect(run().stopped).toBeUndefined()
  })

  test('lets the failed step run again when the person goes past it', async () => {
    const { walk, events, add } = openWalk(
      { 'server-metadata': ({ continued }) => (continued('ASM-09') ? DONE : FAILED) },
      { gate },
    )
    await drive(walk)
    add({ type: 'continued', at: 99, rule: 'ASM-09' })
    await drive(walk)
    expect(begun(events)).toEqual([
      ...MAINLINE.slice(0, 3),
      'server-metadata',
      ...MAINLINE.slice(3),
    ])
  })

  test('is the cause also where the step waits for the person', async () => {
    const registration = (): StepResult => ({
      kind: 'waiting',
      on: 'person',
      need: NEED,
      facts: {},
    })
    const stop: Walk['gate'] = (run) =>
      run.steps.registration.result ? { rule: 'ASM-14' } : undefined
    const { walk, run } = openWalk({ registration }, { gate: stop })
    await drive(walk)
    expect(run().stopped).toEqual({ step: 'registration', rule: 'ASM-14' })
  })
})

describe('waiting', () => {
  test('halts the walk until the browser is back, and the step is not taken again', async () => {
    const { walk, events, add, run } = openWalk({ authorization: () => WAITING })
    await drive(walk)
    expect(begun(events).at(-1)).toBe('authorization')
    add({ type: 'callback-arrived', at: 99, url: URL, by: 'popup' })
    await drive(walk)
    expect(begun(events)).toEqual(MAINLINE)
    expect(run().arrival?.url).toBe(URL)
  })

  test('is asked anew when the walk goes on before the browser is back', async () => {
    const { walk, events } = openWalk({ authorization: () => WAITING })
    await drive(walk)
    await drive(walk)
    expect(begun(events).slice(-2)).toEqual(['authorization', 'authorization'])
  })

  test('for the person ends with an answer', async () => {
    const registration = ({ config }: StepContext): StepResult =>
      config.clientId === undefined
        ? { kind: 'waiting', on: 'person', need: NEED, facts: {} }
        : DONE
    const { walk, events, add, run } = openWalk({ registration })
    await drive(walk)
    add({ type: 'config-changed', at: 99, config: { ...run().config, clientId: 'mine' } })
    await drive(walk)
    expect(begun(events).filter((step) => step === 'registration')).toHaveLength(2)
    expect(begun(events).at(-1)).toBe('tools')
  })
})

describe('step mode', () => {
  test('takes one step and halts before the next', async () => {
    const { walk, events, run } = openWalk({}, { mode: 'step' })
    await drive(walk)
    expect(begun(events)).toEqual(['challenge'])
    expect(run().paused).toBe('resource-metadata')
  })

  test('comes to the end step by step', async () => {
    const { walk, events, run } = openWalk({}, { mode: 'step' })
    for (const step of MAINLINE) {
      await drive(walk)
      expect(begun(events).at(-1)).toBe(step)
    }
    expect(run().paused).toBeUndefined()
  })
})
